"""Changing whom somebody answers to, or where they work: from a day on, looked at first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions.desk.changes import (
    demand_possible,
    employed,
    hold,
    known,
    named,
    put_down,
    stands,
)
from bot.actions.desk.effects import Effect, effect_of, units_like
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.actions.spans import packed, read_span, unpacked
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.desk import answers
from bot.texts.desk import moving as texts
from storage import moves as stored
from storage import units
from storage.moves import What

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


def moving(session: Session, me: Me, employee_id: int) -> Moving:
    """What may be changed of one person."""
    person = employed(session, me, employee_id)
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
    return Choice(employee_id, employed(session, me, employee_id).name, known(what))


def find_new(session: Session, me: Me, employee_id: int, what: str, text: str) -> Place:
    """Search the agency for the superior, my units for the unit. Raises Refused."""
    employed(session, me, employee_id)
    if known(what) == What.SUPERIOR:
        ids = [one for one in find(session, text) if one != employee_id]
    else:
        ids = units_like(session, text, my_reach(session, me))
    if not ids:
        raise Refused(answers.nobody_found() if what == What.SUPERIOR else texts.no_unit(), "none")
    return place("desk.move_to", employee_id, what, *ids)


def found_new(session: Session, me: Me, employee_id: int, what: str, *ids: int) -> Choice:
    """Those found, as people or as units. Raises Refused."""
    person = employed(session, me, employee_id)
    if known(what) == What.SUPERIOR:
        return Choice(employee_id, person.name, what, found(session, ids))
    names = units.names(session, ids)
    there = [(one, names[one]) for one in ids if one in names]
    return Choice(employee_id, person.name, what, (), there)


def move_check(
    session: Session, me: Me, employee_id: int, what: str, after: int, since: int = 0
) -> Check:
    """From which day on, and (with it) what it would mean. Raises Refused with the circle."""
    person = employed(session, me, employee_id)
    before = stands(person, known(what))
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
    employed(session, me, employee_id)
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
