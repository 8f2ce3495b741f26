"""The panel's vote: quorum, means, near ties two by two, and circles that are told."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.awards import (
    AwardRules,
    Candidate,
    DecidedBy,
    Ranked,
    judge,
    may_open,
    means,
    missing,
    near_first,
    pairs_of,
    rank,
)

DAY = date(2026, 10, 19)
LATER = date(2026, 10, 20)
PANEL = {1: {10, 11, 12}, 2: {11, 12}}


def test_everybody_in_opens_the_vote_at_once_and_a_conflict_is_not_waited_for() -> None:
    levels = {1: {10: 4, 11: 5, 12: 3}, 2: {11: 5, 12: 4}}
    assert may_open(PANEL, levels, 100, DAY, DAY)
    assert missing(PANEL, {1: {10: 4, 11: 5}, 2: {11: 5, 12: 4}}) == {(1, 12)}


@pytest.mark.parametrize(
    ("levels", "today", "opens"),
    [
        ({1: {10: 4, 11: 5}, 2: {11: 5, 12: 4}}, DAY, False),
        ({1: {10: 4, 11: 5}, 2: {11: 5, 12: 4}}, LATER, True),
        ({1: {10: 4, 11: 5}, 2: {11: 5}}, LATER, False),  # half is no quorum of 60
        ({}, LATER, False),
    ],
)
def test_after_the_last_day_a_quorum_for_each_opens_it(
    levels: dict[int, dict[int, int]], today: date, opens: bool
) -> None:
    assert may_open(PANEL, levels, 60, DAY, today) is opens


def test_votes_are_averaged_and_those_with_a_conflict_do_not_count() -> None:
    found = means({**PANEL, 3: set()}, {1: {10: 5, 11: 4, 12: 4}, 2: {10: 1, 11: 5, 12: 5}})
    assert found == {1: Decimal("106.67"), 2: Decimal("120.00"), 3: None}


def ranked(**points: str) -> list[Ranked]:
    """`a1="90"`: the candidate 1 with these points, and nothing else to tell them apart."""
    people = [
        Candidate(key[1:], Decimal(100), Decimal(100), Decimal(100), 0, Decimal(value))
        for key, value in points.items()
    ]
    return rank(people, AwardRules())


def majority(*better: tuple[int, int]) -> dict[tuple[int, int], dict[int, int]]:
    return {(min(pair), max(pair)): {7: pair[0]} for pair in better}


def test_who_leads_by_more_than_the_gap_needs_no_question() -> None:
    order = ranked(a1="92", a2="90", a3="89")
    assert near_first(order, Decimal(1)) == (1,)
    assert judge(order, (1,), {}).decided_by is DecidedBy.POINTS


def test_who_beats_everybody_near_wins() -> None:
    order = ranked(a1="90", a2="89.5", a3="89")
    near = near_first(order, Decimal(1))
    found = judge(order, near, majority((3, 1), (3, 2), (1, 2)))
    assert (near, found.first, found.decided_by, found.circle) == ((1, 2, 3), (3,), "pairs", ())


def test_a_circle_is_told_and_the_stated_order_decides() -> None:
    order = ranked(a1="90", a2="89.5", a3="89")
    found = judge(order, (1, 2, 3), majority((1, 2), (2, 3), (3, 1)))
    assert (found.first, found.decided_by, found.circle) == ((1,), "order", (1, 2, 3))


def test_a_circle_below_somebody_who_beats_all_of_it_changes_nothing() -> None:
    order = ranked(a1="90", a2="89.8", a3="89.5", a4="89.2")
    answers = majority((4, 1), (4, 2), (4, 3), (1, 2), (2, 3), (3, 1))
    assert judge(order, (1, 2, 3, 4), answers).first == (4,)


def test_equal_in_everything_is_left_to_people() -> None:
    order = ranked(a1="90", a2="90", a3="80")
    found = judge(order, (1, 2), {(1, 2): {7: 1, 8: 2}})
    assert (found.first, found.decided_by) == ((1, 2), DecidedBy.NOTHING)


people = st.integers(2, 5)


@given(people, st.data())
def test_the_same_answers_give_the_same_first_and_nobody_who_beats_all_loses(
    many: int, data: st.DataObject
) -> None:
    names = list(range(1, many + 1))
    answers = {
        pair: {member: data.draw(st.sampled_from(pair)) for member in (7, 8, 9)}
        for pair in pairs_of(names)
    }
    order = ranked(**{f"a{one}": str(90 - one / 10) for one in names})
    found = judge(order, names, answers)
    assert all(judge(order, list(way), answers) == found for way in permutations(names))
    wins = dict.fromkeys(names, 0)
    for said in answers.values():
        votes = list(said.values())
        wins[max(set(votes), key=votes.count)] += 1
    champions = [one for one in names if wins[one] == many - 1]
    assert not champions or found.first == tuple(champions)
    if found.circle:
        turn = zip(found.circle, (*found.circle[1:], found.circle[0]), strict=True)
        for better, worse in turn:
            given_ = list(answers[min(better, worse), max(better, worse)].values())
            assert given_.count(better) > given_.count(worse)
    else:
        assert len(found.first) == 1
