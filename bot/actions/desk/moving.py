"""Changing whom somebody answers to, or where they work: from a day on, looked at first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions.desk.effects import Effect, circle, effect_of, units_like
from bot.actions.desk.shifting import UNDONE_WITHIN, apply, take_back
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.search import Found, find, found
from bot.actions.spans import packed, read_span, unpacked
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.desk import answers
from bot.texts.desk import moving as texts
from storage import audit, employees, units
from storage import moves as stored
from storage.moves import Move, MoveState, What

AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Moving:
    """One person, where they stand, and what is planned of them: number, what, to whom, since."""

    employee_id: int
    name: str
    superior: str
    unit: str
    planned: Sequence[tuple[int, str, str, date]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom, or which units by number and name, to choose from."""

    employee_id: int
    name: str
    what: str
    people: Sequence[Found] = ()
    units: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The last look: what changes from which day on, and for whom besides.

    `replaces`: the plan in whose place this one comes, or 0.
    """

    employee_id: int
    name: str
    what: str
    before: str
    after: str
    after_id: int
    before_id: int
    since: date | None
    today: date
    effect: Effect
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """A change as it stands; `undoable`: its author may still take it back."""

    move_id: int
    employee_id: int
    name: str
    what: str
    after: str
    since: date
    state: str
    undoable: bool


def moving(session: Session, me: Me, employee_id: int) -> Moving:
    """What may be changed of one person."""
    person = _person(session, me, employee_id)
    rows = stored.planned_of(session, employee_id)
    planned = [
        (one.id or 0, one.what, named(session, one.what, one.after_id), one.since) for one in rows
    ]
    return Moving(
        employee_id, person.name, named(session, What.SUPERIOR, person.superior_id or 0),
        named(session, What.UNIT, person.unit_id), planned,
    )  # fmt: skip


def asking(session: Session, me: Me, employee_id: int, what: str) -> Choice:
    """The question for the new superior's or unit's name."""
    return Choice(employee_id, _person(session, me, employee_id).name, _known(what))


def find_new(session: Session, me: Me, employee_id: int, what: str, text: str) -> Place:
    """Search the agency for the superior, my units for the unit. Raises Refused."""
    _person(session, me, employee_id)
    if _known(what) == What.SUPERIOR:
        ids = [one for one in find(session, text) if one != employee_id]
    else:
        ids = units_like(session, text, my_reach(session, me))
    if not ids:
        raise Refused(answers.nobody_found() if what == What.SUPERIOR else texts.no_unit(), "none")
    return place("desk.move_to", employee_id, what, *ids)


def found_new(session: Session, me: Me, employee_id: int, what: str, *ids: int) -> Choice:
    person = _person(session, me, employee_id)
    if _known(what) == What.SUPERIOR:
        return Choice(employee_id, person.name, what, found(session, ids))
    names = units.names(session, ids)
    there = [(one, names[one]) for one in ids if one in names]
    return Choice(employee_id, person.name, what, (), there)


def move_check(
    session: Session, me: Me, employee_id: int, what: str, after: int, since: int = 0
) -> Check:
    """From which day on, and (with it) what it would mean. Raises Refused with the circle."""
    person = _person(session, me, employee_id)
    before = stands(person, _known(what))
    demand_possible(session, me, employee_id, what, before, after)
    return Check(
        employee_id, person.name, what, named(session, what, before),
        named(session, what, after), after, before, unpacked(since) if since else None, me.today,
        effect_of(session, person, what, after, me.today),
    )  # fmt: skip


def move_day(
    session: Session, me: Me, employee_id: int, what: str, after: int, text: str
) -> Place:
    """Read the first day: today at the earliest, a year ahead at most. Raises Refused."""
    _person(session, me, employee_id)
    return place("desk.move_check", employee_id, what, after, packed(first_day(me, text)))


def first_day(me: Me, text: str) -> date:
    """Raises Refused."""
    span = read_span(text, me.now)
    if span is None or span[0] != span[1]:
        raise Refused(texts.day_not_understood(), "no_day")
    if span[0] < me.today:
        raise Refused(texts.day_is_past(), "past")
    if span[0] - me.today > AHEAD:
        raise Refused(texts.day_too_far(), "too_far")
    return span[0]


def move(
    session: Session, me: Me, employee_id: int, what: str, before: int, after: int, since: int
) -> Went:
    """Do it today or plan it for its day, if `before` is still so. Raises Refused, ProofWanted."""
    person, day = hold(session, me, employee_id, what, after), unpacked(since)
    if stands(person, what) != before or day < me.today:
        return Went(place("desk.moving", employee_id), words.changed_since())
    demand_possible(session, me, employee_id, what, before, after)
    demand_proof(session, me)
    return Went(place("desk.moved", put_down(session, me, employee_id, what, before, after, day)))


def hold(session: Session, me: Me, employee_id: int, what: str, after: int) -> employees.Employee:
    """The person as nobody else changes them until this transaction ends. Raises Refused."""
    _person(session, me, employee_id)
    for one in sorted({employee_id, *([after] if _known(what) == What.SUPERIOR else [])}):
        employees.lock(session, one)
    return _person(session, me, employee_id)


def stands(person: employees.Employee, what: str) -> int:
    """The number of the superior (0 for nobody) or of the unit."""
    return (person.superior_id or 0) if what == What.SUPERIOR else person.unit_id


def put_down(
    session: Session, me: Me, employee_id: int, what: str, before: int, after: int, day: date
) -> int:
    """Note a change for its day, in force at once where that is today; its number."""
    row = Move(
        employee_id=employee_id, what=what, before_id=before, after_id=after, since=day,
        made_by=me.employee_id, made_at=me.now,
    )  # fmt: skip
    number = stored.add(session, row)
    facts = {
        "employee": employee_id, "what": what, "before": before, "after": after,
        "since": day.isoformat(),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "desk.move", f"move/{number}", facts)
    if day <= me.today:
        apply(session, row, me.now, me.today)
    return number


def moved(session: Session, me: Me, move_id: int) -> Moved:
    """A change, as long as the person is within my reach."""
    row = row_of(session, me, move_id)
    person = employees.get(session, row.employee_id)
    assert person is not None
    return Moved(
        move_id, row.employee_id, person.name, row.what, named(session, row.what, row.after_id),
        row.since, row.state, _undoable(row, me),
    )  # fmt: skip


def undo(session: Session, me: Me, move_id: int) -> Went:
    """Take a change back: a planned one until its day, one that was done within the hour.

    Raises Refused when that is over, or somebody has changed the person since; ProofWanted.
    """
    row = row_of(session, me, move_id)
    if not _undoable(row, me):
        raise Refused(texts.undone_no_more(), "too_late")
    employees.lock(session, row.employee_id)
    demand_proof(session, me)
    if row.state == MoveState.PLANNED:
        stored.turn(session, move_id, MoveState.PLANNED, MoveState.CANCELLED)
    elif not take_back(session, row, me.now, me.today, me.employee_id):
        raise Refused(words.changed_since(), "changed")
    audit.record(session, me.now, me.employee_id, "desk.undo_move", f"move/{move_id}")
    return Went(place("desk.moved", move_id))


def _undoable(row: Move, me: Me) -> bool:
    if row.state == MoveState.PLANNED:
        return True
    fresh = row.done_at is not None and me.now - row.done_at <= UNDONE_WITHIN
    return row.state == MoveState.DONE and row.made_by == me.employee_id and fresh


def demand_possible(
    session: Session, me: Me, employee_id: int, what: str, before: int, after: int
) -> None:
    if before == after:
        raise Refused(texts.already_so(), "same")
    if what == What.SUPERIOR:
        superior = employees.get(session, after)
        if superior is None or superior.left_on is not None:
            raise Refused(answers.nobody_found(), "left")
        if after == me.employee_id:
            raise Refused(answers.not_oneself(), "oneself")
        if names := circle(session, employee_id, after):
            raise Refused(texts.circle(names), "circle")
        return
    reach = my_reach(session, me)
    if units.get(session, after) is None or (reach is not None and after not in reach):
        raise Refused(texts.no_unit(), "unit")


def _person(session: Session, me: Me, employee_id: int) -> employees.Employee:
    demand(session, me, "desk.move", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(answers.nobody_found(), "left")
    return person


def row_of(session: Session, me: Me, move_id: int) -> Move:
    row = stored.get(session, move_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    demand(session, me, "desk.move", about=row.employee_id)
    return row


def _known(what: str) -> What:
    if what not in list(What):
        raise Refused(words.not_available(), "what")
    return What(what)


def named(session: Session, what: str, number: int) -> str:
    if what == What.SUPERIOR:
        person = employees.get(session, number) if number else None
        return person.name if person else ""
    unit = units.get(session, number)
    return unit.name if unit else ""
