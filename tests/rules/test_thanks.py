"""Thanks: a week's allowance, and arrangements found where they were planted and nowhere else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.thanks import ThanksRules, left, pairs, rings, week_of


def test_the_week_begins_on_monday_and_ends_the_allowance() -> None:
    days = (date(2026, 11, 9), date(2026, 11, 15), date(2026, 11, 16))
    assert [str(week_of(day)) for day in days] == ["2026-11-09", "2026-11-09", "2026-11-16"]
    assert [left(ThanksRules(), given) for given in (0, 2, 3, 9)] == [3, 1, 0, 0]


def test_planted_pairs_and_rings_are_found() -> None:
    mutual = [(1, 2), (2, 1)] * 3 + [(1, 3)] * 9 + [(3, 1)] * 2
    assert pairs(Counter(mutual)) == [(1, 2, 3)]
    circle = [(5, 7), (7, 6), (6, 5)] * 3
    assert rings(Counter(circle)) == [(5, 7, 6)]
    assert rings(Counter(circle[:8])) == []
    assert rings(Counter([(1, 2), (2, 3), (3, 4), (4, 1)] * 3)) == [(1, 2, 3, 4)]
    assert rings(Counter([(1, 2), (2, 1)] * 5)) == []


def test_an_honest_office_raises_no_alarm() -> None:
    """Forty people, half a year: each thanks whoever helped, three times a month."""
    dice = Random(7)
    honest = [
        (one, dice.choice([n for n in range(40) if n != one]))
        for one in range(40)
        for _ in range(18)
    ]
    assert pairs(Counter(honest)) == []
    assert rings(Counter(honest)) == []


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=40))
def test_rings_are_circles_of_at_least_three_rounds(given_: list[tuple[int, int]]) -> None:
    honest = [one for one in given_ if one[0] != one[1]]
    found = rings(Counter(honest))
    for ring in found:
        steps = list(zip(ring, (*ring[1:], ring[0]), strict=True))
        assert all(honest.count(step) >= 3 for step in steps)
        assert ring[0] == min(ring)
    threes = {
        walk
        for walk in permutations(range(1, 6), 3)
        if walk[0] == min(walk)
        and all(honest.count(step) >= 3 for step in zip(walk, (*walk[1:], walk[0]), strict=True))
    }
    assert threes == {ring for ring in found if len(ring) == 3}
