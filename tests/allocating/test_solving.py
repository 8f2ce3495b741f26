"""The division of seats against every division there is, on small offices; ties by the order."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from bot.allocating import wire
from bot.allocating.child import ask
from bot.allocating.solving import solve
from bot.rules.trainings.allocation import (
    Ask,
    Cause,
    Problem,
    causes,
    groups,
    keeps,
    settle_ties,
    worth,
)

SMALL = 60


def office(seed: int) -> Problem:
    """At most nine applications of people with one or two each."""
    dice = Random(seed)
    courses = {1: (dice.randint(1, 3), 2, "APBN"), 2: (dice.randint(1, 2), 3, "PNBP")}
    asks: list[Ask] = []
    for person in range(1, 7):
        traits = (dice.choice("AB"), dice.choice(("II", "III")), dice.choice("12"))
        for course in dice.sample([1, 2], dice.randint(1, 2)):
            cost, source = courses[course][1:]
            asks.append(
                Ask(len(asks) + 1, course, person, dice.choice([10, 30, 31, 50]), 0, cost, source,
                    traits)
            )  # fmt: skip
    asks = asks[:9]
    order = dice.sample(range(len(asks)), len(asks))
    ordered = tuple(replace(one, order=at) for one, at in zip(asks, order, strict=True))
    seats = {number: course[0] for number, course in courses.items()}
    money = {"APBN": dice.randint(2, 8), "PNBP": dice.randint(0, 7)}
    return Problem(ordered, seats, money, equal=bool(seed % 2))


def every(problem: Problem) -> list[frozenset[int]]:
    """Every division that keeps to what it must."""
    numbers = [one.request for one in problem.asks]
    tried = (
        frozenset(some) for size in range(len(numbers) + 1) for some in combinations(numbers, size)
    )
    return [one for one in tried if keeps(problem, one)]


@pytest.mark.parametrize("seed", range(SMALL))
def test_no_division_is_better(seed: int) -> None:
    problem = office(seed)
    answer, possible = solve(problem), every(problem)
    best = max(worth(problem, one) for one in possible)
    assert keeps(problem, answer.requests)
    assert answer.benefit == worth(problem, answer.requests) == best == answer.bound
    assert answer.free == max(worth(problem, one) for one in every(replace(problem, equal=False)))
    assert solve(problem) == answer, "the same question has the same answer"


@pytest.mark.parametrize("seed", range(SMALL))
def test_of_equals_the_earlier_one_is_seated(seed: int) -> None:
    problem = office(seed)
    chosen = solve(problem).requests
    by = {one.request: one for one in problem.asks}
    seated = {by[one].person for one in chosen}
    for one in chosen:
        for other in problem.asks:
            same = (other.training, other.benefit) == (by[one].training, by[one].benefit)
            alike = not problem.equal or other.traits == by[one].traits
            if same and alike and other.person not in seated:
                assert by[one].order < other.order
    assert settle_ties(problem, chosen) == chosen


def test_the_order_of_the_lines_changes_nothing_for_equals() -> None:
    one = Ask(1, 1, 1, 30, 1, 0, "", ("A", "III", "1"))
    two = Ask(2, 1, 2, 30, 0, 0, "", ("A", "III", "1"))
    for asks in ((one, two), (two, one)):
        assert solve(Problem(asks, {1: 1}, {}, False)).requests == {2}


def test_every_no_has_a_cause() -> None:
    rest = ("A", "III", "1")
    asks = (
        Ask(1, 1, 1, 90, 0, 5, "APBN", rest),
        Ask(2, 2, 1, 40, 1, 0, "", rest),  # the same person
        Ask(3, 1, 2, 30, 2, 5, "APBN", rest),  # the seat is taken
        Ask(4, 3, 3, 30, 3, 5, "APBN", rest),  # the money is spent
    )
    problem = Problem(asks, {1: 1, 2: 1, 3: 9}, {"APBN": 7}, False)
    chosen = solve(problem).requests
    assert chosen == {1}
    assert causes(problem, chosen) == {2: Cause.ONCE, 3: Cause.SEATS, 4: Cause.BUDGET}


def test_the_rule_costs_what_it_is_said_to_cost() -> None:
    """Ten men worth more than ten women for ten seats."""
    men = [Ask(n, 1, n, 50, n, 0, "", ("A", "III", "1")) for n in range(1, 11)]
    women = [Ask(n, 1, n, 40, n, 0, "", ("A", "III", "2")) for n in range(11, 21)]
    problem = Problem((*men, *women), {1: 10}, {}, True)
    answer = solve(problem)
    assert answer.free == 500
    assert answer.benefit == 460, "six men and four women: one woman more would make four fifths"
    assert not any(one.short for one in groups(problem, answer.requests))


def test_a_process_of_its_own_says_the_same() -> None:
    problem = office(7)
    assert wire.read(wire.asked(problem)) == problem
    assert ask(problem) == solve(problem)
