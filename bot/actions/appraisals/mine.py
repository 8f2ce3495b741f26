"""Whom I rate, how far my forms are, and when they stand open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.appraisals.serving import led_before, officials
from bot.actions.me import Me
from bot.rules.appraisals import stands_open
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED
from bot.rules.schemes import Source
from storage import appraisals, duties, employees, periods, results
from storage.duties import DutyKind
from storage.employees import Employee
from storage.periods import Period


def my_people(session: Session, me: Me) -> list[Employee]:
    """Everybody in service whose superior I am or stand in for, never myself."""
    return [
        person
        for official in officials(session, me)
        for person in employees.reports(session, official)
        if person.id != me.employee_id
    ]


def has_people(session: Session, me: Me) -> bool:
    """Whether anybody is mine to rate."""
    those = officials(session, me)
    if employees.has_reports(session, those, me.employee_id):
        return True
    owed = (duty for one in those for duty in duties.open_of(session, one, me.today))
    return any(duty.kind == DutyKind.APPRAISE for duty in owed)


def people_of(session: Session, me: Me, period_id: int) -> list[Employee]:
    """Mine of today who were there in the period, then whom I am asked to rate from before."""
    people = _of_then(session, period_id, my_people(session, me))
    there = {person.id for person in people}
    return people + [p for p in led_before(session, me, period_id) if p.id not in there]


def _of_then(session: Session, period_id: int, people: list[Employee]) -> list[Employee]:
    """Without those who came after the period; everybody as long as no rating was due in it."""
    ids = [person.id for person in people if person.id]
    then = duties.concerned(session, period_id, DutyKind.APPRAISE, ids)
    return [person for person in people if person.id in then] if then else people


def states(session: Session, me: Me, period_id: int, ids: Collection[int]) -> dict[int, str]:
    """How far the form about each is; mine, where another superior rates as well."""
    states = appraisals.states_of(session, period_id, Source.SUPERIOR, ids)
    those = officials(session, me)
    owed = duties.open_ones(session, those, (DutyKind.APPRAISE,), me.today)
    mine = {one.about_id for one in owed if one.period_id == period_id} & set(ids)
    own = appraisals.states_of(session, period_id, Source.SUPERIOR, mine, those) if mine else {}
    return states | {about: own.get(about, "") for about in mine}


def most_urgent(session: Session, me: Me) -> Period | None:
    """The oldest running period in which I owe a rating, else the newest that may be rated."""
    owed = duties.open_ones(session, officials(session, me), (DutyKind.APPRAISE,), me.today)
    if owed:
        return periods.get(session, owed[0].period_id)
    recent = periods.recent(session, 2)
    begun = [period for period in recent if period.state != PeriodState.OPEN]
    return next(iter([*begun, *recent]), None)


def rating_open(period: Period, today: date, *, reported: bool) -> bool:
    last_day = schemes.quarter_of(period).last_day
    return stands_open(PeriodState(period.state), last_day, today, reported=reported)


def left_out(session: Session, period: Period, ids: Collection[int]) -> set[int]:
    """Whom of these a superior may still rate though the quarter is published without them."""
    if period.state not in RELEASED or not ids:
        return set()
    assert period.id is not None
    asked = duties.concerned(session, period.id, DutyKind.APPRAISE, ids)
    return asked - results.of_people(session, period.id, ids).keys()
