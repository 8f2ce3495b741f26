"""Action items: what the record of a forum leaves somebody to do, until it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access
from bot.actions.forums.owing import settled
from bot.actions.forums.stewards import looks_after
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forum_records as rules
from bot.rules.forums import Meeting
from bot.screens import Went, place
from bot.texts import words
from bot.texts.forums import items as texts
from storage import action_items as items
from storage import agreement, audit, employees, invited
from storage.action_items import ActionItem
from storage.columns import vault_of
from storage.forums import Forum
from storage.invited import Seen


@dataclass(frozen=True, slots=True)
class Item:
    """One step; `asked` is whom its owner asked to take it over, `done` the day it was done."""

    id: int
    number: int
    text: str
    owner: str
    due: date
    done: date | None
    note: str
    asked: str
    earlier: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A page of the steps of a forum; first those still open of earlier ones of its series."""

    forum_id: int
    meeting: Meeting
    today: date
    lines: Sequence[Item]
    page: int
    pages: int
    total: int
    open: int


@dataclass(frozen=True, slots=True)
class Card:
    """One step and what I may do: do it, hand it on, say whether I take it over.

    `there`: I take part in its forum, and so may read the others.
    """

    forum_id: int
    meeting: Meeting
    item: Item
    today: date
    mine: bool
    asked_me: bool
    handing: bool
    there: bool


def listed(session: Session, me: Me, forum_id: int, page: int = 0) -> Items:
    """What follows from a forum that I host or am invited to, and what is left from before."""
    found = access.opened(session, me, forum_id)
    rows = [*items.left_over(session, found.forum), *items.of(session, forum_id)]
    lines = _items(session, rows, me, forum_id)
    leaves = rules.pages(lines, around=90)
    at = min(max(page, 0), len(leaves) - 1)
    return Items(
        forum_id, access.meeting(found.forum, found.host), me.today, leaves[at], at, len(leaves),
        len(lines), sum(one.done is None for one in lines),
    )  # fmt: skip


def card(session: Session, me: Me, item_id: int) -> Card:
    """One step of a forum that I host, am invited to or look after, or of which I owe one."""
    row, found = _seen(session, me, item_id)
    forum = found.forum
    (item,) = _items(session, [row], me, forum.id or 0)
    host = employees.get(session, forum.host_id)
    is_open = row.done_at is None and row.cancelled_at is None
    owns = row.owner_id == me.employee_id
    return Card(
        forum.id or 0, access.meeting(forum, host.name if host else ""), item, me.today,
        mine=is_open and owns,
        asked_me=is_open and row.asked_id == me.employee_id,
        handing=is_open and (owns or looks_after(session, me, forum)),
        there=_there(found, me),
    )  # fmt: skip


def done(session: Session, me: Me, item_id: int) -> Went:
    """I have done it; a note may be added with `say_done` instead."""
    return _done(session, me, item_id, "")


def say_done(session: Session, me: Me, item_id: int, text: str) -> Went:
    """I have done it, and this came of it. Raises Refused."""
    return _done(session, me, item_id, tidy(text, rules.NOTE_LIMIT))


def _done(session: Session, me: Me, item_id: int, note: str) -> Went:
    row, _ = _mine(session, me, item_id)
    here = place("forums.item", item_id)
    if not items.change(session, item_id, done_at=me.now, note=note, asked_id=None):
        return Went(here, words.changed_since())
    settled(session, item_id, me.now)
    said = agreement.mark(vault_of(session), note)
    record(session, me, "done", row, {"employee": me.employee_id, "said": said})
    return Went(here, texts.done())


def _items(session: Session, rows: Sequence[ActionItem], me: Me, forum_id: int) -> list[Item]:
    numbers = {row.owner_id for row in rows} | {row.asked_id for row in rows if row.asked_id}
    people = employees.many(session, sorted(numbers))
    return [
        Item(
            row.id or 0, at, row.text, people[row.owner_id].name, row.due_on,
            row.done_at.astimezone(me.zone).date() if row.done_at else None, row.note,
            people[row.asked_id].name if row.asked_id else "", row.forum_id != forum_id,
        )
        for at, row in enumerate(rows, 1)
    ]  # fmt: skip


def seen(session: Session, me: Me, item_id: int) -> tuple[ActionItem, Forum]:
    """A step that I may read: of a forum that is mine to see or look after, or my own.

    Raises Refused.
    """
    row, found = _seen(session, me, item_id)
    return row, found.forum


def _seen(session: Session, me: Me, item_id: int) -> tuple[ActionItem, Seen]:
    row = items.get(session, item_id)
    found = invited.seen(session, row.forum_id, me.employee_id) if row else None
    theirs = row is not None and me.employee_id in (row.owner_id, row.asked_id)
    mine = theirs or (found and (_there(found, me) or looks_after(session, me, found.forum)))
    about = me.employee_id if mine else None
    rights.demand(
        session, me, "forums.item", about=about, state=found.forum.state if found else ""
    )
    assert row is not None
    assert found is not None
    return row, found


def _there(found: Seen, me: Me) -> bool:
    """Whether I host the forum or am invited to it."""
    return found.invitation is not None or found.forum.host_id == me.employee_id


def _mine(session: Session, me: Me, item_id: int) -> tuple[ActionItem, Forum]:
    """A step that I owe. Raises Refused."""
    row, forum = seen(session, me, item_id)
    if row.owner_id != me.employee_id:
        raise Refused(words.not_available(), "foreign")
    return row, forum


def record(session: Session, me: Me, verb: str, row: ActionItem, facts: dict[str, object]) -> None:
    about = f"action_item/{row.id}"
    audit.record(session, me.now, me.employee_id, f"forums.item_{verb}", about, facts)
