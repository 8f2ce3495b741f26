"""The calendar moves a period forward only, and two periods never stand across each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.periods import Days, PeriodState, clashes, state_asked
from bot.rules.quarters import Quarter
from bot.rules.schemes import PeriodCalendar, period_of

CALENDAR = PeriodCalendar()
THIRD = Quarter(2026, 3)
MILESTONES = period_of(THIRD, CALENDAR)


@pytest.mark.parametrize(
    ("last", "first", "state"),
    [
        (date(2026, 6, 30), date(2026, 6, 30), PeriodState.PLANNED),
        (date(2026, 6, 30), date(2026, 7, 1), PeriodState.OPEN),
        (date(2026, 10, 5), date(2026, 10, 6), PeriodState.OPEN),
        (date(2026, 10, 6), date(2026, 10, 6), PeriodState.RATING),
        (date(2026, 10, 12), date(2026, 10, 13), PeriodState.RATING),
        (date(2026, 10, 13), date(2026, 10, 13), PeriodState.CALIBRATION),
        (date(2027, 10, 13), date(2027, 10, 13), PeriodState.CALIBRATION),
    ],
)
def test_opens_with_the_first_and_closes_with_the_last_zone(
    last: date, first: date, state: PeriodState
) -> None:
    asked = state_asked(PeriodState.PLANNED, MILESTONES, Days(last, first))
    assert asked is state


@given(st.sampled_from(PeriodState), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_never_moves_back(state: PeriodState, day: date) -> None:
    order = list(PeriodState)
    asked = state_asked(state, MILESTONES, Days(day, day + timedelta(1)))
    assert order.index(asked) >= order.index(state)


def test_neighbours_fit_and_doubles_clash() -> None:
    others = [(q, period_of(q, CALENDAR)) for q in (THIRD.previous, THIRD.next)]
    assert clashes(THIRD, MILESTONES, others) == ()
    assert clashes(THIRD, MILESTONES, [(THIRD, MILESTONES)]) == (THIRD,)


def test_a_calendar_that_reaches_over_the_next_is_refused() -> None:
    late = period_of(THIRD, PeriodCalendar(submission=90, rating=110, calibration=120))
    following = (THIRD.next, period_of(THIRD.next, PeriodCalendar(submission=-10)))
    assert clashes(THIRD, late, [following]) == (THIRD.next,)
