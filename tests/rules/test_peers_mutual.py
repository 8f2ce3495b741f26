"""Two people who rate one another: not by wish, and by lot only where nobody else is free."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.peers import Bar, Colleague, Draw, Way, draw
from bot.rules.schemes import PeerRules

RULES = PeerRules()
LOW, HIGH = 2 * RULES.most + 1, 40
TEAMS = st.lists(st.integers(2, 14), min_size=1, max_size=6)
SEED = st.text(alphabet="abcdef0123456789", min_size=1, max_size=8)


def office(sizes: list[int]) -> list[Colleague]:
    """Teams of these sizes, three of them to a unit; their superiors are rated elsewhere."""
    return [
        Colleague(100 * team + number, team // 3, 90_000 + team)
        for team, size in enumerate(sizes)
        for number in range(size)
    ]


def asked(made: Draw) -> set[tuple[int, int]]:
    return {(one.ratee, one.rater) for one in made.drawn}


def mutual(made: Draw) -> set[tuple[int, int]]:
    """Pairs who rate one another, each once."""
    pairs = asked(made)
    return {(a, b) for a, b in pairs if a < b and (b, a) in pairs}


@settings(deadline=None)
@given(st.integers(LOW, HIGH), SEED)
def test_a_team_that_is_large_enough_has_no_such_pair(size: int, seed: str) -> None:
    """With just enough people each pair takes exactly one form: a draw may miss by one."""
    made = draw(office([size]), RULES, seed)
    assert len(mutual(made)) <= (size == LOW)
    assert Counter(ratee for ratee, _ in asked(made)) == dict.fromkeys(range(size), RULES.most)


@pytest.mark.parametrize("size", range(RULES.most + 1, LOW))
def test_a_smaller_team_has_as_few_as_there_can_be(size: int) -> None:
    """Of n(n-1)/2 pairs each takes one form or two: with 5n forms at least the rest take two."""
    made = draw(office([size]), RULES, "benih")
    least = max(0, RULES.most * size - size * (size - 1) // 2)
    assert len(mutual(made)) <= least + 2


@settings(deadline=None, max_examples=60)
@given(TEAMS, SEED, st.randoms(use_true_random=False))
def test_nobody_gets_both_wishes_of_a_pair(sizes: list[int], seed: str, dice: Random) -> None:
    people = office(sizes)
    keys = [person.key for person in people]
    wishes = {key: dice.choice(keys) for key in keys}
    made = draw(people, RULES, seed, by_employee=wishes)
    wished = {(d.ratee, d.rater) for d in made.drawn if d.way is Way.EMPLOYEE}
    assert not any((rater, ratee) in wished for ratee, rater in wished)
    for one in made.declined:
        if one.bar is Bar.MUTUAL:
            assert wishes[one.proposed] == one.ratee
            assert (one.proposed, one.ratee) in wished


@settings(deadline=None, max_examples=60)
@given(TEAMS, SEED)
def test_nobody_is_short_for_it(sizes: list[int], seed: str) -> None:
    """Who can be served is served: in one pool of n, with caps of six, everybody from four up."""
    made = draw(office(sizes), RULES, seed)
    units: Counter[int] = Counter()
    for team, size in enumerate(sizes):
        units[team // 3] += size
    expected = {p.key for p in office(sizes) if units[p.unit] <= RULES.fewest}
    assert {one.ratee for one in made.short} == expected
    assert max(Counter(rater for _, rater in asked(made)).values(), default=0) <= RULES.load


def test_the_wish_of_a_superior_is_no_answer_to_a_wish() -> None:
    made = draw(office([12]), RULES, "s", by_employee={1: 2}, by_superior={2: 1})
    assert {(1, 2), (2, 1)} <= asked(made)
    assert not made.declined


def test_what_stands_from_before_counts() -> None:
    """Drawn anew for one person: those whom this person rates already come last."""
    people = [Colleague(p.key, p.unit, p.superior, None, p.key == 0) for p in office([8])]
    one = PeerRules(fewest=1, most=1)
    standing = [(ratee, 0, Way.LOT) for ratee in (1, 2, 3, 4, 5, 6)]
    for seed in range(20):
        [drawn] = draw(people, one, str(seed), standing=standing).drawn
        assert drawn.rater == 7
    only = [(ratee, 0, Way.LOT) for ratee in range(1, 8)]
    assert draw(people, one, "s", standing=only).drawn
    wished = draw(people, one, "s", standing=[(3, 0, Way.EMPLOYEE)], by_employee={0: 3})
    assert [(d.proposed, d.bar) for d in wished.declined] == [(3, Bar.MUTUAL)]


def test_planted_circles_of_wishes_rate_one_another_no_more_than_others() -> None:
    """Three pairs and a clique of four wish for one another, in a team of thirty."""
    pairs = [(0, 1), (2, 3), (4, 5)]
    wishes = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    wishes |= {6: 7, 7: 6, 8: 9, 9: 8}
    for seed in range(20):
        made = draw(office([30]), RULES, str(seed), by_employee=wishes)
        found = mutual(made)
        assert not found & set(pairs)
        assert len(found & set(combinations(range(6, 10), 2))) <= 1
