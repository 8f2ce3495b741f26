"""Changes of the hierarchy that wait for their day: all of them, and another day for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.desk.changes import demand_possible, hold, named, put_down, stands
from bot.actions.desk.effects import effect_of
from bot.actions.desk.moving import Check, first_day
from bot.actions.desk.undoing import row_of
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.spans import packed, unpacked
from bot.screens import Place, Went, place
from bot.texts import words
from storage import audit, employees, units
from storage import moves as stored
from storage.moves import Move, MoveState, What

PAGE = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Whose it is, what becomes of it, from which day on, and who planned it."""

    move_id: int
    name: str
    what: str
    after: str
    since: date
    author: str


@dataclass(frozen=True, slots=True)
class Plans:
    """A page of what is planned of people in my units, by its day."""

    items: Sequence[Plan]
    total: int
    page: int
    pages: int


def plans(session: Session, me: Me, page: int) -> Plans:
    """Without what others have planned of me."""
    demand(session, me, "desk.open")
    reach, mine = my_reach(session, me), me.employee_id
    total = stored.count_planned(session, reach, mine)
    at = nearest(page, total, PAGE)
    rows = stored.planned(session, reach, mine, PAGE, at * PAGE)
    led = [one.after_id for one in rows if one.what == What.SUPERIOR]
    numbers = {who for one in rows for who in (one.employee_id, one.made_by)}
    people = {key: one.name for key, one in employees.many(session, [*numbers, *led]).items()}
    there = units.names(session, [one.after_id for one in rows if one.what == What.UNIT])
    items = [
        Plan(
            one.id or 0, people[one.employee_id], one.what,
            (people if one.what == What.SUPERIOR else there).get(one.after_id, ""), one.since,
            people[one.made_by],
        )
        for one in rows
    ]  # fmt: skip
    return Plans(items, total, at, pages_of(total, PAGE))


def replanning(session: Session, me: Me, move_id: int, since: int = 0) -> Check:
    """The same change on another day, and what it would mean. Raises Refused."""
    row = _planned(session, me, move_id)
    person = employees.get(session, row.employee_id)
    assert person is not None
    before = stands(person, row.what)
    return Check(
        row.employee_id, person.name, row.what, named(session, row.what, before),
        named(session, row.what, row.after_id), row.after_id, before,
        unpacked(since) if since else None, me.today,
        effect_of(session, person, row.what, row.after_id, me.today), move_id,
    )  # fmt: skip


def replan_day(session: Session, me: Me, move_id: int, text: str) -> Place:
    """Read the new day. Raises Refused."""
    _planned(session, me, move_id)
    return place("desk.replan_check", move_id, packed(first_day(me, text)))


def replan(session: Session, me: Me, move_id: int, since: int) -> Went:
    """In place of the plan there is one for another day. Raises Refused, ProofWanted."""
    row, day = _planned(session, me, move_id), unpacked(since)
    person = hold(session, me, row.employee_id, row.what, row.after_id)
    if day < me.today:
        return Went(place("desk.moved", move_id), words.changed_since())
    before = stands(person, row.what)
    demand_possible(session, me, row.employee_id, row.what, before, row.after_id)
    demand_proof(session, me)
    if not stored.turn(session, move_id, MoveState.PLANNED, MoveState.CANCELLED):
        return Went(place("desk.moved", move_id), words.changed_since())
    audit.record(session, me.now, me.employee_id, "desk.undo_move", f"move/{move_id}")
    number = put_down(session, me, row.employee_id, row.what, before, row.after_id, day)
    return Went(place("desk.moved", number))


def _planned(session: Session, me: Me, move_id: int) -> Move:
    row = row_of(session, me, move_id)
    if row.state != MoveState.PLANNED:
        raise Refused(words.changed_since(), "state")
    return row
