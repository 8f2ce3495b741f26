"""Which broadcasts are mine to write, to agree to, to watch, to read."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.authority import Role
from bot.rules.broadcasts import GONE, State
from bot.texts import words
from storage.broadcasts import Broadcast, BroadcastReader, reading, rows

LEADERS = (Role.HR, Role.HEAD)


def draft(session: Session, me: Me, number: int) -> Broadcast:
    """A draft of mine. Raises Refused."""
    row = mine(session, me, number)
    if row.state != State.DRAFT:
        raise Refused(words.changed_since(), "asked")
    return row


def mine(session: Session, me: Me, number: int, states: Collection[str] = ()) -> Broadcast:
    """One that I wrote. Raises Refused."""
    demand(session, me, "broadcasts.write")
    row = rows.get(session, number)
    if row is None or row.author_id != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    if states and row.state not in states:
        raise Refused(words.changed_since(), "state")
    return row


def kept(session: Session, me: Me, number: int, states: Collection[str] = ()) -> Broadcast:
    """One that is on its way or was: mine, or anybody's for HR of the agency. Raises Refused."""
    demand(session, me, "broadcasts.write")
    row = rows.get(session, number)
    if row is None or row.state == State.DRAFT:
        raise Refused(words.not_available(), "missing")
    if not keeps(session, me, row):
        raise Refused(words.not_available(), "not_mine")
    if states and row.state not in states:
        raise Refused(words.changed_since(), "state")
    return row


def keeps(session: Session, me: Me, row: Broadcast) -> bool:
    """Whether its course is mine to look after: of my own, and of all for HR of the agency."""
    if not me.has(Role.HR):
        return False
    return row.author_id == me.employee_id or my_reach(session, me) is None


def asked(session: Session, me: Me, number: int) -> Broadcast:
    """One that waits for a second person, as I may be. Raises Refused."""
    row = rows.get(session, number)
    about, state = (row.author_id, waits_as(row)) if row else (0, "")
    demand(session, me, "broadcasts.agree", about=about, state=state)
    assert row is not None
    return row


def waits_as(row: Broadcast) -> str:
    """Its state as the table of rights knows it: a correction is asked for like the first text."""
    return State.ASKED if row.correcting else row.state


def watched(session: Session, me: Me, number: int) -> tuple[Broadcast, frozenset[int] | None]:
    """One that went out, and the units of which I may see how far it came. Raises Refused."""
    demand(session, me, "broadcasts.see")
    row = rows.get(session, number)
    if row is None or row.state not in GONE:
        raise Refused(words.not_available(), "missing")
    return row, reach(session, me, LEADERS)


def got(session: Session, me: Me, number: int) -> tuple[Broadcast, BroadcastReader]:
    """One that came to me, and what I did with it. Raises Refused."""
    demand(session, me, "broadcasts.read", about=me.employee_id)
    row, reader = rows.get(session, number), reading.get(session, number, me.employee_id)
    if row is None or reader is None or reader.letter_id is None or row.state not in GONE:
        raise Refused(words.not_available(), "not_mine")
    return row, reader
