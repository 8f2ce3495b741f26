"""Months served: half of a month is one, and days before, after and on leave are none."""

from datetime import date

import pytest

from bot.rules.months_served import Serving, absence, days, months
from bot.rules.quarters import Quarter
from bot.rules.years import Missing

FIRST, SECOND = Quarter(2026, 1), Quarter(2026, 2)


def test_whoever_was_always_there_served_all_of_it() -> None:
    assert [len(months(Serving(), Quarter(2026, n))) for n in (1, 2, 3, 4)] == [3, 3, 3, 3]
    assert days(Serving(), date(2026, 1, 1), date(2026, 12, 31)) == 365


@pytest.mark.parametrize(
    ("joined", "served"),
    [
        (date(2026, 1, 1), (1, 2, 3)),
        (date(2026, 1, 16), (1, 2, 3)),  # 16 of 31 days
        (date(2026, 1, 17), (2, 3)),  # 15 of 31
        (date(2026, 2, 15), (2, 3)),  # 14 of 28
        (date(2026, 2, 16), (3,)),
        (date(2026, 3, 17), ()),
    ],
)
def test_whoever_came_in_the_middle_of_a_month(joined: date, served: tuple[int, ...]) -> None:
    assert months(Serving(joined=joined), FIRST) == served


@pytest.mark.parametrize(
    ("left", "served"),
    [
        (date(2026, 4, 14), ()),
        (date(2026, 4, 15), (4,)),  # 15 of 30 days
        (date(2026, 5, 15), (4,)),  # 15 of 31
        (date(2026, 5, 16), (4, 5)),
        (date(2026, 6, 30), (4, 5, 6)),
    ],
)
def test_whoever_left_in_the_middle_of_a_month(left: date, served: tuple[int, ...]) -> None:
    assert months(Serving(left=left), SECOND) == served


@pytest.mark.parametrize(
    ("leave", "served", "left_over"),
    [
        ([((1, 10), (2, 10))], (2, 3), 58),
        ([((1, 10), (1, 20)), ((1, 15), (1, 31))], (2, 3), 68),
        ([((2, 1), (2, 14)), ((6, 1), (7, 1))], (1, 2, 3), 76),
        ([((2, 1), (2, 15)), ((2, 1), (2, 3))], (1, 3), 75),
    ],
)
def test_leave_that_does_not_count(
    leave: list[tuple[tuple[int, int], tuple[int, int]]], served: tuple[int, ...], left_over: int
) -> None:
    spans = [(date(2026, *first), date(2026, *last)) for first, last in leave]
    serving = Serving(leave=tuple(spans))
    assert months(serving, FIRST) == served
    assert days(serving, FIRST.first_day, FIRST.last_day) == left_over


@pytest.mark.parametrize(
    ("serving", "why"),
    [
        (Serving(joined=date(2026, 3, 31)), None),
        (Serving(joined=date(2026, 4, 1)), Missing.NOT_EMPLOYED),
        (Serving(left=date(2025, 12, 31)), Missing.NOT_EMPLOYED),
        (Serving(left=date(2026, 1, 1)), None),
        (Serving(leave=((date(2025, 12, 1), date(2026, 3, 31)),)), Missing.ON_LEAVE),
        (Serving(leave=((date(2025, 12, 1), date(2026, 3, 30)),)), None),
    ],
)
def test_why_a_quarter_was_not_served(serving: Serving, why: Missing | None) -> None:
    assert absence(serving, FIRST) is why
