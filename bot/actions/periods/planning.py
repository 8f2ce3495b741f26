"""What is owed of planned results: the proposal, and the superior's word on it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import zones
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.rules.expectations import may_agree, may_propose
from bot.rules.periods import Days, PeriodState
from storage import expectations, results
from storage.duties import DutyKind
from storage.periods import Period
from storage.workplaces import Post


def plans(session: Session, people: Collection[Post], period: Period, today: Days) -> Wanted:
    """Everybody owes a proposal until one stands; whoever comes later has as many days.

    Where everything came back, or was taken back, the next proposal is owed anew.
    """
    planning = schemes.of_period(session, period).planning
    if not planning.proposal_days or not may_propose(PeriodState(period.state)):
        return {}
    assert period.id is not None
    over = expectations.provided(session, period.id)
    proposed = expectations.newest_rounds(session, period.id)
    clocks = zones(session)
    first = _span(period, max(period.opens_on, today.last), planning.proposal_days)
    wanted: dict[Key, Span] = {}
    for person in people:
        if person.id in over:
            continue
        number, at = proposed.get(person.id, (0, None))
        span = first
        if at is not None:
            here = at.astimezone(clocks[person.unit_id]).date()
            span = _span(period, here, planning.agreement_days)
        wanted[Key(DutyKind.PLAN, person.id, 0, number)] = span
    return wanted


def _span(period: Period, opens: date, days: int) -> Span:
    """Never beyond the day on which the quarter's reports are due."""
    return Span(opens, max(opens, min(opens + timedelta(days), period.submit_until)))


def agreements(session: Session, people: Collection[Post], period: Period) -> Wanted:
    """Of every proposal that waits, by the superior of today, while the person is not rated."""
    assert period.id is not None
    if not may_agree(PeriodState(period.state), rated=False):
        return {}
    superiors = {person.id: person.superior_id for person in people}
    units, clocks = {person.id: person.unit_id for person in people}, zones(session)
    rated = results.holders(session, period.id)
    days = schemes.of_period(session, period).planning.agreement_days
    wanted: dict[Key, Span] = {}
    for person, number, at in expectations.waiting_rounds(session, period.id):
        superior = superiors.get(person)
        if superior in superiors and superior is not None and person not in rated:
            since = at.astimezone(clocks[units[superior]]).date()
            span = Span(since, since + timedelta(days))
            wanted[Key(DutyKind.AGREE, superior, person, number)] = span
    return wanted
