"""Mentoring: needs by rule, stable pairs against brute force, comparisons of enough people."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.mentoring import (
    Course,
    Mentee,
    Mentor,
    Pair,
    Reason,
    below,
    blocking,
    compare,
    fits,
    lower_only,
    match,
    mentee_ranks,
    need,
)
from bot.rules.predikat import Predikat

KEYS = ("a", "b", "c")
SOME = st.frozensets(st.sampled_from(KEYS))
MENTORS = st.lists(
    st.tuples(st.integers(1, 2), SOME, st.integers(0, 2)), min_size=1, max_size=3
).map(lambda rows: [Mentor(n, *row) for n, row in enumerate(rows, 1)])
MENTEES = st.lists(
    st.tuples(st.integers(1, 2), SOME, st.sampled_from(list(Reason)), st.booleans()),
    min_size=1,
    max_size=4,
).map(lambda rows: [Mentee(n, *row) for n, row in enumerate(rows, 3)])
BARRED = st.frozensets(st.tuples(st.integers(1, 3), st.integers(3, 6)), max_size=4)


@pytest.mark.parametrize(
    ("asked", "days", "predikat", "low", "reason"),
    [
        (False, 900, Predikat.BAIK, 1, None),
        (True, 900, Predikat.BAIK, 0, Reason.ASKED),
        (True, 179, None, 0, Reason.NEW),
        (False, 180, None, 0, None),
        (False, None, Predikat.BAIK, 0, None),
        (True, 10, Predikat.BUTUH_PERBAIKAN, 0, Reason.STRUGGLING),
        (False, 900, Predikat.BAIK, 2, Reason.STRUGGLING),
        (False, 900, Predikat.KURANG, 0, Reason.STRUGGLING),
    ],
)
def test_who_may_want_a_mentor(
    asked: bool, days: int | None, predikat: Predikat | None, low: int, reason: Reason | None
) -> None:
    assert need(asked=asked, days_here=days, predikat=predikat, low=low) is reason


def ways(
    mentors: list[Mentor], mentees: list[Mentee], barred: frozenset[Pair]
) -> list[dict[int, int]]:
    """Every way of giving each mentee one mentor or none within the places."""
    found = []
    for chosen in product([None, *mentors], repeat=len(mentees)):
        pairs = {
            mentee.number: mentor.number
            for mentee, mentor in zip(mentees, chosen, strict=True)
            if mentor is not None
        }
        possible = all(
            mentor is None or fits(mentor, mentee, barred)
            for mentee, mentor in zip(mentees, chosen, strict=True)
        )
        counts = list(pairs.values())
        if possible and all(counts.count(one.number) <= one.places for one in mentors):
            found.append(pairs)
    return found


@settings(max_examples=150)
@given(MENTORS, MENTEES, BARRED)
def test_no_pair_would_rather_have_one_another_and_no_stable_way_is_better(
    mentors: list[Mentor], mentees: list[Mentee], barred: frozenset[Pair]
) -> None:
    pairs = match(mentors, mentees, barred)
    every = ways(mentors, mentees, barred)
    stable = [one for one in every if not blocking(one, mentors, mentees, barred)]
    assert pairs in stable
    there = {one.number: one for one in mentors}
    for mentee in mentees:
        best = min(
            (
                mentee_ranks(mentee, there[one[mentee.number]])
                for one in stable
                if mentee.number in one
            ),
            default=None,
        )
        mine = pairs.get(mentee.number)
        assert (None if mine is None else mentee_ranks(mentee, there[mine])) == best
    assert match(mentors[::-1], mentees[::-1], barred) == pairs


def test_nobody_mentors_a_superior_of_their_own_however_far_up() -> None:
    above = {1: 2, 2: 3, 3: 4, 4: None, 5: 4, 8: 9, 9: 8}
    assert below([1, 5, 4], above) == {(1, 2), (1, 3), (1, 4), (5, 4)}
    assert below([8], above) == {(8, 9)}  # a loop ends
    junior, peer = Mentor(1, 1, frozenset("a"), 1), Mentor(5, 2, frozenset("a"), 1)
    head = Mentee(3, 1, frozenset("a"), Reason.ASKED, asks=True)
    lower = below([1, 5], above)
    assert match([junior, peer], [head], lower) == {3: 5}
    assert match([junior], [head], lower) == {}
    assert blocking({}, [junior], [head], lower) == []
    assert lower_only([head], [junior, peer], lower) == 1
    assert lower_only([Mentee(3, 1, frozenset("b"), Reason.ASKED)], [junior, peer], lower) == 0


def test_a_mentor_with_no_place_left_and_one_who_is_barred_get_nobody() -> None:
    mentee = Mentee(9, 1, frozenset("a"), Reason.ASKED)
    full, barred = Mentor(1, 1, frozenset("a"), 0), Mentor(2, 1, frozenset("a"), 1)
    other = Mentor(3, 2, frozenset("ab"), 1)
    assert match([full, barred, other], [mentee], {(2, 9)}) == {9: 3}
    assert match([full, barred], [mentee], {(2, 9)}) == {}
    assert blocking({}, [barred], [mentee], ()) == [(2, 9)]


def test_of_two_in_the_same_need_the_one_who_asks_is_helped_first() -> None:
    mentor = Mentor(1, 1, frozenset("ab"), 1)
    silent = Mentee(8, 1, frozenset("ab"), Reason.STRUGGLING)
    asks = Mentee(9, 2, frozenset("a"), Reason.STRUGGLING, asks=True)
    assert match([mentor], [silent, asks], ()) == {9: 1}
    wishes = Mentee(10, 1, frozenset("ab"), Reason.ASKED, asks=True)
    assert match([mentor], [silent, wishes], ()) == {8: 1}  # need comes before wish


def course(before: int, after: int) -> Course:
    return Course(Decimal(before), Decimal(after))


def test_the_mentored_stand_beside_those_who_began_where_they_did() -> None:
    mentored = [course(80, 90), course(82, 88), course(84, 92), course(90, 91), course(70, 80)]
    others = [course(80, 82), course(83, 85), course(71, 73), course(90, 90), course(120, 60)]
    found = compare([(mentored[:2], others), (mentored[2:], others)])
    assert found is not None
    assert (found.people, found.mentored) == (5, Decimal("7.00"))
    assert found.alike == Decimal("1.60")
    assert found.difference == Decimal("5.40")
    assert compare([(mentored[:4], others)]) is None
    assert compare([([*mentored[:4], course(50, 60)], others)]) is None
