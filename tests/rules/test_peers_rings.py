"""People who propose one another: planted ones are found, chance alone seldom looks like it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from bot.rules.peers import RING_RATE, Ring, Where, Wish, rings

SEEDS = range(150)
QUARTERS = range(4)
TEAMS, SIZE = 3, 8
KEYS = tuple(range(TEAMS * SIZE))
WHERE = {key: Where(1, 900 + key // SIZE) for key in KEYS}
Chooser = Callable[[Random, int], int]


def evenly(dice: Random, key: int) -> int:
    """Two of three propose somebody of their team, the others somebody of the unit."""
    team = [k for k in KEYS if k // SIZE == key // SIZE and k != key]
    return dice.choice(team if dice.random() < 2 / 3 else [k for k in KEYS if k != key])


def popular(dice: Random, key: int) -> int:
    """A few are proposed by many: the n-th of the unit 1/n as often as the first."""
    others = [k for k in KEYS if k != key]
    return dice.choices(others, [1 / (1 + k) for k in others])[0]


def year(dice: Random, choose: Chooser, planted: dict[int, list[int]] | None = None) -> list[Wish]:
    """Nine of ten propose somebody in each quarter; who has made an arrangement keeps to it."""
    said = planted or {}
    return [
        Wish(
            quarter, key, said[key][quarter % len(said[key])] if key in said else choose(dice, key)
        )
        for quarter in QUARTERS
        for key in KEYS
        if key in said or dice.random() < 0.9
    ]


PLANTED = {
    "a pair of two teams": {2: [20], 20: [2]},
    "a pair of one team": {2: [3], 3: [2]},
    "three in a ring": {2: [9], 9: [20], 20: [2]},
    "three who take turns": {2: [9, 20], 9: [20, 2], 20: [2, 9]},
    "four of two teams": {2: [3, 9, 10], 3: [9, 10, 2], 9: [10, 2, 3], 10: [2, 3, 9]},
}


@pytest.mark.parametrize("choose", [evenly, popular])
@pytest.mark.parametrize("kind", PLANTED)
def test_planted_rings_are_found(kind: str, choose: Chooser) -> None:
    planted = PLANTED[kind]
    found = [rings(year(Random(seed), choose, planted), WHERE) for seed in SEEDS]
    hits = sum(any(set(ring.people) == set(planted) for ring in one) for one in found)
    touched = sum(any(set(ring.people) & set(planted) for ring in one) for one in found)
    assert hits >= 0.85 * len(SEEDS)
    assert touched >= 0.95 * len(SEEDS)


@pytest.mark.parametrize("choose", [evenly, popular])
@pytest.mark.parametrize("rate", [RING_RATE, 0.1])
def test_chance_alone_stays_under_the_rate(choose: Chooser, rate: float) -> None:
    alarms = sum(bool(rings(year(Random(seed), choose), WHERE, rate)) for seed in range(400))
    assert alarms <= 400 * rate


def test_one_quarter_is_no_habit() -> None:
    planted = [Wish(0, 2, 20), Wish(0, 20, 2)]
    assert rings(planted, WHERE, rate=1.0) == ()


def test_a_star_is_no_ring() -> None:
    """Everybody proposes the same person, who proposes another one each quarter."""
    wishes = [Wish(q, key, 0) for q in QUARTERS for key in KEYS[1:]]
    wishes += [Wish(q, 0, 5 + q) for q in QUARTERS]
    assert rings(wishes, WHERE) == ()


def test_the_order_plays_no_part_and_strangers_are_left_out() -> None:
    wishes = year(Random(3), evenly, PLANTED["a pair of two teams"])
    found = rings(wishes, WHERE)
    assert found == rings(Random(1).sample(wishes, len(wishes)), WHERE)
    assert found == rings([*wishes, Wish(0, 77, 2), Wish(1, 3, 77)], WHERE)


def test_the_chance_as_reckoned_by_hand() -> None:
    """Two of a team of three, two quarters: four wishes by chance 1/2 each, 3 pairs, 3 sizes."""
    where = {key: Where(1, 9) for key in range(3)}
    wishes = [Wish(q, a, b) for q in (0, 1) for a, b in ((0, 1), (1, 0))]
    [found] = rings(wishes, where, rate=1.0)
    assert found == Ring((0, 1), 4, 4, 9 / 16)
