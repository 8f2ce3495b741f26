"""HR: about whom too few colleagues are asked, why, and of whom nothing was released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.peers.circles import circles_of
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.rules.peers import Circle, Why
from bot.rules.periods import PeriodState
from bot.texts import words
from storage import employees, periods, units
from storage.peers import draws, shortages
from storage.peers.shortages import Short, Units
from storage.periods import Period

PAGE = 5

ANSWERS_FROM = timedelta(days=3)
"""So long before the window closes answers that are still out are shown, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """`why` None: enough are asked, or could be."""

    employee_id: int
    name: str
    asked: int
    answered: int
    why: Why | None


@dataclass(frozen=True, slots=True)
class Shortages:
    """A page of those who stay below `fewest`; `closed`: whose answers were not released."""

    period_id: int
    year: int
    quarter: int
    until: date
    fewest: int
    closed: bool
    people: Sequence[Line]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """One person: how many are asked, and how everybody around them stands."""

    period_id: int
    employee_id: int
    name: str
    unit: str
    until: date
    fewest: int
    asked: int
    answered: int
    circle: Circle
    why: Why | None


def short_list(session: Session, me: Me, period_id: int, page: int = 0) -> Shortages:
    """Whom too few are asked about in my units, the emptiest first."""
    rights.demand(session, me, "peers.short")
    period = _drawn(session, period_id)
    reach, rules = my_reach(session, me), schemes.of_period(session, period).peers
    closed, total = is_closed(period), count_of(session, period, reach, me)
    at = nearest(page, total, PAGE)
    if closed:
        gone = shortages.unreleased(
            session, period_id, reach, but=me.employee_id, limit=PAGE, offset=at * PAGE
        )
        found = [Short(number, 0, 0) for number in gone]
    else:
        found = shortages.short(
            session, period_id, reach, rules.fewest, answers=_near(period, me.today),
            but=me.employee_id, limit=PAGE, offset=at * PAGE,
        )  # fmt: skip
    names = employees.many(session, [one.employee_id for one in found])
    rights.seen(session, me, "peers.short", names)
    known = {} if closed else circles_of(session, period, me.now, list(names))
    lines = [
        Line(
            one.employee_id, names[one.employee_id].name, one.asked, one.answered,
            known[one.employee_id].why(rules.fewest)
            if one.employee_id in known and one.asked < rules.fewest
            else None,
        )
        for one in found
    ]  # fmt: skip
    return Shortages(
        period_id, period.year, period.quarter, period.rate_until, rules.fewest, closed, lines,
        at, total,
    )  # fmt: skip


def shortage(session: Session, me: Me, period_id: int, employee_id: int) -> Shortage:
    """One of them, while something can still be done."""
    period = open_one(session, me, period_id, employee_id)
    person, fewest = employees.get(session, employee_id), fewest_of(session, period)
    assert person is not None
    short = shortages.of_person(session, period_id, employee_id)
    found = circles_of(session, period, me.now, [employee_id])[employee_id]
    return Shortage(
        period_id, employee_id, person.name,
        units.names(session, {person.unit_id})[person.unit_id], period.rate_until, fewest,
        short.asked, short.answered, found,
        found.why(fewest) if short.asked < fewest else None,
    )  # fmt: skip


def open_one(session: Session, me: Me, period_id: int, employee_id: int) -> Period:
    """The period in which I may still find colleagues for this person. Refused otherwise."""
    rights.demand(session, me, "peers.widen", about=employee_id)
    period = _drawn(session, period_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None or is_closed(period):
        raise Refused(words.not_available(), "closed")
    return period


def count_of(session: Session, period: Period, reach: Units, me: Me) -> int:
    assert period.id is not None
    if is_closed(period):
        return shortages.count_unreleased(session, period.id, reach, but=me.employee_id)
    return shortages.count_short(
        session, period.id, reach, fewest_of(session, period),
        answers=_near(period, me.today), but=me.employee_id,
    )  # fmt: skip


def _drawn(session: Session, period_id: int) -> Period:
    period = periods.get(session, period_id)
    if period is None or not is_drawn(session, period_id):
        raise Refused(words.not_available(), "no_draw")
    return period


def is_drawn(session: Session, period_id: int) -> bool:
    known = draws.of_period(session, period_id)
    return known is not None and known.drawn_at is not None


def is_closed(period: Period) -> bool:
    return period.state not in (PeriodState.OPEN, PeriodState.RATING)


def _near(period: Period, today: date) -> bool:
    return today >= period.rate_until - ANSWERS_FROM


def fewest_of(session: Session, period: Period) -> int:
    return schemes.of_period(session, period).peers.fewest
