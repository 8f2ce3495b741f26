"""The desk of broadcasts: begun, waiting, sent; a new one, and one thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.cards import first_words
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.reach import my_reach
from bot.actions.rights import demand
from bot.rules.authority import Role
from bot.rules.broadcasts import State
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from storage.broadcasts import Broadcast, rows

DESK = place("broadcasts.desk", 0)
PAGE, MOST_DRAFTS, MOST_ASKED = 3, 2, 2


@dataclass(frozen=True, slots=True)
class Desk:
    """Broadcasts by number or screen, first words, state: mine to finish, to be agreed to, on
    record.
    """

    drafts: Sequence[tuple[int, str]]
    asked: Sequence[tuple[int, str]]
    sent: Sequence[tuple[Place, str, str]]
    page: int
    pages: int


def desk(session: Session, me: Me, page: int) -> Desk:
    """Mine first, then what waits for a second person, then what went out."""
    demand(session, me, "broadcasts.write")
    author = None if my_reach(session, me) is None else me.employee_id
    _, total = rows.listed(session, author, 0, 0)
    at = nearest(page, total, PAGE)
    shown, _ = rows.listed(session, author, PAGE, at * PAGE)
    return Desk(
        _named(rows.drafts(session, me.employee_id, MOST_DRAFTS)),
        _named(rows.asked(session, me.employee_id)[:MOST_ASKED]),
        [(_opens(one, me), first_words(one), one.state) for one in shown
         if one.state != State.DRAFT],
        at, pages_of(total, PAGE),
    )  # fmt: skip


def _opens(one: Broadcast, me: Me) -> Place:
    """What waits for a second person is taken back or judged; the rest is watched."""
    if one.state != State.ASKED:
        return place("broadcasts.progress", one.id or 0)
    mine = one.author_id == me.employee_id
    return place("broadcasts.asked" if mine else "broadcasts.judge", one.id or 0)


def _named(found: Sequence[Broadcast]) -> list[tuple[int, str]]:
    return [(one.id or 0, first_words(one)) for one in found]


def begin(session: Session, me: Me) -> Place:
    """A new one; a draft without a text is taken up again."""
    demand(session, me, "broadcasts.write")
    reach = my_reach(session, me)
    blank = [one for one in rows.drafts(session, me.employee_id, 20) if not one.text]
    if blank:
        return place("broadcasts.text", blank[0].id or 0)
    tops = [one for one in me.roles[Role.HR] if one is not None]
    row = Broadcast(author_id=me.employee_id, made_at=me.now)
    row.within = "" if reach is None else ",".join(map(str, sorted(tops)))
    return place("broadcasts.text", rows.begin(session, row))


def drop(session: Session, me: Me, number: int) -> Went:
    """Throw a draft away."""
    access.draft(session, me, number)
    rows.delete_draft(session, number)
    return Went(DESK, texts.dropped())
