"""Handing an action item on: whoever is asked takes it over, or leaves it where it is."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.forums import participants
from bot.actions.forums.items import record, seen
from bot.actions.forums.owing import owe, settled, withdraw
from bot.actions.forums.participants import Choosing
from bot.actions.forums.stewards import looks_after
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import items as texts
from storage import action_items as items
from storage import duties
from storage.action_items import ActionItem
from storage.duties import DutyKind
from storage.forums import Forum


def whom(session: Session, me: Me, item_id: int, page: int = 0, *only: int) -> Choosing:
    """Who shall do it instead? A page of everybody who takes part."""
    row, forum = _handed(session, me, item_id)
    return participants.page(
        session, forum, item_id, page, only, text=row.text, without=[row.owner_id]
    )


def find(session: Session, me: Me, item_id: int, text: str) -> Place:
    """Part of a name is typed. Raises Refused."""
    _, forum = _handed(session, me, item_id)
    found = participants.find(session, forum, text)
    return place("forums.item_whom", item_id, 0, *found)


def ask(session: Session, me: Me, item_id: int, employee_id: int) -> Went:
    """Ask this person to take it over; until then it stays whose it is. Raises Refused."""
    row, forum = _handed(session, me, item_id)
    participants.demand(session, forum, employee_id)
    here = place("forums.item", item_id)
    if employee_id == row.owner_id:
        raise Refused(texts.has_it_already(), "owner")
    if employee_id == me.employee_id:
        return _take(session, me, row, row.asked_id)
    if not items.change(session, item_id, asked_id=employee_id):
        return Went(here, words.changed_since())
    withdraw(session, DutyKind.TAKE_ITEM, item_id, me.now)
    duties.owe_anew(
        session, DutyKind.TAKE_ITEM, employee_id, me.today, max(row.due_on, me.today),
        about_id=row.owner_id, object_id=item_id,
    )  # fmt: skip
    record(session, me, "ask", row, {"employee": employee_id})
    return Went(here, texts.asked())


def take(session: Session, me: Me, item_id: int) -> Went:
    """I take over what I was asked to. Raises Refused."""
    row = _asked(session, me, item_id)
    return _take(session, me, row, me.employee_id)


def leave(session: Session, me: Me, item_id: int) -> Went:
    """I do not take it over; it stays whose it is. Raises Refused."""
    row = _asked(session, me, item_id)
    if items.answer(session, item_id, me.employee_id, asked_id=None):
        withdraw(session, DutyKind.TAKE_ITEM, item_id, me.now)
        record(session, me, "leave", row, {"employee": me.employee_id})
    return Went(place("forums.items", row.forum_id, 0), texts.left())


def _take(session: Session, me: Me, row: ActionItem, asked: int | None) -> Went:
    number, here = row.id or 0, place("forums.item", row.id or 0)
    values = {"owner_id": me.employee_id, "asked_id": None, "told_at": None}
    moved = (
        items.answer(session, number, asked, **values)
        if asked == me.employee_id
        else items.change(session, number, **values)
    )
    if not moved:
        return Went(here, words.changed_since())
    settled(session, number, me.now, cancelled=True)
    owe(session, number, me.employee_id, me.today, row.due_on)
    facts: dict[str, object] = {"employee": me.employee_id, "before": row.owner_id}
    record(session, me, "take", row, facts)
    return Went(here, texts.taken())


def _handed(session: Session, me: Me, item_id: int) -> tuple[ActionItem, Forum]:
    """An open step that I may hand on: as its owner, or for the host. Raises Refused."""
    row, forum = seen(session, me, item_id)
    if me.employee_id != row.owner_id and not looks_after(session, me, forum):
        raise Refused(words.not_available(), "foreign")
    if row.done_at is not None or row.cancelled_at is not None:
        raise Refused(words.changed_since(), "closed")
    return row, forum


def _asked(session: Session, me: Me, item_id: int) -> ActionItem:
    row, _ = seen(session, me, item_id)
    if row.asked_id != me.employee_id:
        raise Refused(words.not_available(), "not_asked")
    return row
