"""Which units a decree counts together, so that no number points at a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.publication import FEWEST, too_small


@pytest.mark.parametrize(
    ("people", "hidden"),
    [
        ({}, set()),
        ({1: 5, 2: 9}, set()),
        ({1: 4, 2: 9, 3: 7}, {1, 3}),  # one alone could be had by subtraction
        ({1: 1, 2: 2, 3: 9}, {1, 2, 3}),  # three people together still point at somebody
        ({1: 2, 2: 3, 3: 9}, {1, 2}),
        ({1: 4, 2: 4, 3: 4, 4: 30}, {1, 2, 3}),
        ({1: 3}, {1}),
    ],
)
def test_units_that_are_told_together(people: dict[int, int], hidden: set[int]) -> None:
    assert too_small(people) == hidden


@given(st.dictionaries(st.integers(1, 9), st.integers(1, 12), max_size=9))
def test_nothing_shown_is_small_and_what_is_left_over_is_neither_one_unit_nor_few(
    people: dict[int, int],
) -> None:
    hidden = too_small(people)
    shown = people.keys() - hidden
    assert all(people[unit] >= FEWEST for unit in shown)
    if hidden and shown:
        assert len(hidden) >= 2
        assert sum(people[unit] for unit in hidden) >= FEWEST
