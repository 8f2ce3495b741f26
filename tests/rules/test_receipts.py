"""Leave, holidays and year ends between publication and the day a result counts as received."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.holidays import calendar_for
from bot.rules.periods import PeriodState
from bot.rules.publication import Obstacle, Readiness
from bot.rules.receipts import at_work
from bot.rules.workdays import NoWorkday

WEEK = calendar_for(5, range(2026, 2029))
PUBLISHED = date(2026, 10, 26)  # a Monday


@pytest.mark.parametrize(
    ("issued", "away", "counts"),
    [
        (PUBLISHED, [], date(2026, 11, 13)),
        (PUBLISHED, [(date(2026, 11, 2), date(2026, 11, 6))], date(2026, 11, 20)),
        (PUBLISHED, [(date(2026, 10, 1), date(2026, 10, 27))], date(2026, 11, 16)),
        (PUBLISHED, [(date(2026, 11, 14), date(2026, 11, 30))], date(2026, 11, 13)),
        (date(2026, 12, 21), [], date(2027, 1, 14)),  # Christmas, New Year, Isra Mikraj
    ],
)
def test_days_of_leave_and_days_off_do_not_count(
    issued: date, away: list[tuple[date, date]], counts: date
) -> None:
    assert at_work(WEEK, away, issued).add_workdays(issued, 14) == counts


def test_whoever_is_away_without_an_end_has_received_nothing() -> None:
    calendar = at_work(WEEK, [(PUBLISHED, date.max)], PUBLISHED)
    with pytest.raises(NoWorkday):
        calendar.add_workdays(PUBLISHED, 1)


def ready(
    state: PeriodState = PeriodState.CALIBRATION,
    complete: int = 5,
    missing: int = 0,
    today: date = PUBLISHED,
    reason: str | None = None,
) -> Readiness:
    return Readiness(state, complete, missing, date(2026, 10, 19), today, reason)


def test_what_keeps_a_quarter_from_being_published() -> None:
    assert ready().obstacle is None
    assert ready(complete=0).obstacle is Obstacle.EMPTY
    for state in PeriodState:
        if state is not PeriodState.CALIBRATION:
            done = state in (PeriodState.PUBLISHED, PeriodState.FINAL)
            assert ready(state).obstacle is (Obstacle.PUBLISHED if done else Obstacle.NOT_RATED)


def test_a_reason_is_wanted_with_work_left_or_before_its_time() -> None:
    assert not ready().wants_reason
    assert ready(missing=1).wants_reason
    assert ready(today=date(2026, 10, 19)).wants_reason
    assert not ready(today=date(2026, 10, 20)).wants_reason


def test_the_mark_dies_with_every_change_of_what_was_seen() -> None:
    changed = [ready(), ready(complete=6), ready(missing=1), ready(reason="a"), ready(reason="b")]
    assert len({one.mark for one in [*changed, ready(today=date(2026, 10, 19))]}) == 6
    assert ready().mark == ready(today=date(2026, 10, 27)).mark
