"""The caps of one rater: in a quarter, and in any seven days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.peers import left, week_before
from bot.rules.schemes import PeerRules

FIRST = date(2026, 10, 1)


@given(st.integers(1, 8), st.integers(0, 6), st.lists(st.integers(0, 9), max_size=40))
def test_no_seven_days_hold_more_than_the_cap(load: int, weekly: int, wanted: list[int]) -> None:
    """Day by day as many are handed out as somebody wants and the caps leave."""
    rules = PeerRules(load=load, weekly=weekly)
    got: list[date] = []
    for number, want in enumerate(wanted):
        day = FIRST + timedelta(number)
        lately = sum(week_before(day) <= one <= day for one in got)
        got += [day] * min(want, left(rules, len(got), lately))
    assert len(got) <= load
    for day in (FIRST + timedelta(n) for n in range(len(wanted))):
        inside = sum(day <= one < day + timedelta(7) for one in got)
        assert inside <= (weekly or load)


def test_a_week_later_there_is_room_again() -> None:
    monday = date(2026, 10, 5)
    assert week_before(monday + timedelta(6)) == monday
    assert week_before(monday + timedelta(7)) > monday


@pytest.mark.parametrize(
    ("weekly", "carried", "lately", "more"),
    [(5, 0, 0, 5), (5, 3, 3, 2), (5, 5, 0, 1), (5, 6, 0, 0), (0, 2, 2, 4), (2, 3, 3, 0)],
)
def test_as_reckoned_by_hand(weekly: int, carried: int, lately: int, more: int) -> None:
    assert left(PeerRules(load=6, weekly=weekly), carried, lately) == more
