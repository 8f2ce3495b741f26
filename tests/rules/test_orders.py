"""In which order a rater meets people: each rater and criterion its own, always the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.appraisals import shuffled
from bot.rules.peers import in_order

PEOPLE = st.lists(st.integers(1, 10_000), unique=True, max_size=30)
Order = Callable[[Sequence[int], int, str], list[int]]


def across(people: Sequence[int], rater: int, criterion: str) -> list[int]:
    return shuffled(people, 7, rater, criterion)


def of_colleagues(people: Sequence[int], rater: int, criterion: str) -> list[int]:
    """The draw's seed stands where the criterion does: one order a rater and quarter."""
    return in_order(criterion, rater, people)


ORDERS = pytest.mark.parametrize("order", [across, of_colleagues])


@ORDERS
@given(people=PEOPLE, rater=st.integers(1, 999))
def test_everybody_once_and_always_in_the_same_order(
    order: Order, people: list[int], rater: int
) -> None:
    found = order(people, rater, "akuntabel")
    assert sorted(found) == sorted(people)
    assert found == order(people[::-1], rater, "akuntabel")


@ORDERS
def test_raters_and_criteria_have_other_orders(order: Order) -> None:
    people = range(1, 13)
    assert len({tuple(order(people, rater, "akuntabel")) for rater in range(60)}) == 60
    assert len({tuple(order(people, 5, f"kriteria {n}")) for n in range(60)}) == 60


@ORDERS
def test_nobody_is_always_first_or_last(order: Order) -> None:
    """Of twelve people each is first, and last, about fifty times of six hundred."""
    people = range(1, 13)
    for place in (0, -1):
        met = [order(people, rater, "akuntabel")[place] for rater in range(600)]
        assert all(20 <= met.count(one) <= 85 for one in people)
