"""Which order of people is nearest to the truth: as given, as z-scores, or adjusted.

Forms as the product has them: whole levels 1 to 5 on several criteria, which are clipped at both
ends; a superior for a small team, two of six members of the evaluation team for everybody.
`python -m tests.rules.test_severity_order` prints the table of docs/measured.md.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.rules.severity import Rating, severities, side_by_side

Floats = NDArray[np.float64]
SEEDS = range(12)
TEAMS, PANEL, VOTES, CRITERIA = 30, 6, 2, 11
BETWEEN_TEAMS, BETWEEN_PEOPLE, NOISE = 0.35, 0.55, 0.6
"""Standard deviations in levels; strictness is that of `office`."""
SIZES = (3, 5, 8)
WAYS = ("raw", "z", "adjusted")
FIRST_OF_PANEL = 10_000


@dataclass(frozen=True)
class Simulated:
    """`truth` by ratee; `ratings` of the superiors and of the team."""

    truth: Floats
    ratings: list[Rating]


def office(seed: int, size: int, strictness: float) -> Simulated:
    dice = np.random.default_rng(seed)
    strict = dice.normal(0, strictness, TEAMS + PANEL)
    people = TEAMS * size
    truth = 3.7 + np.repeat(dice.normal(0, BETWEEN_TEAMS, TEAMS), size)
    truth = truth + dice.normal(0, BETWEEN_PEOPLE, people)
    ratings = []
    for ratee in range(people):
        members = TEAMS + dice.choice(PANEL, VOTES, replace=False)
        for rater in (ratee // size, *members):
            seen = truth[ratee] + strict[rater] + dice.normal(0, NOISE, CRITERIA)
            levels = np.clip(np.rint(seen), 1, 5)
            value = Decimal(int(20 * CRITERIA + 20 * levels.sum())) / CRITERIA
            key = int(rater) if rater < TEAMS else FIRST_OF_PANEL + int(rater)
            ratings.append(Rating(key, 100_000 + ratee, value))
    return Simulated(truth, ratings)


def orders(made: Simulated) -> dict[str, Floats]:
    """Of every person a number to be put in order by, from the superiors' forms alone."""
    own = sorted((r for r in made.ratings if r.rater < TEAMS), key=lambda r: r.ratee)
    raw = np.array([float(one.value) for one in own])
    raters = np.array([one.rater for one in own])
    z = np.empty_like(raw)
    for rater in np.unique(raters):
        mine = raters == rater
        z[mine] = (raw[mine] - raw[mine].mean()) / (raw[mine].std() or 1)
    sides = side_by_side(own, severities(made.ratings))
    adjusted = np.array([float(one.adjusted) for one in sides])
    return {"raw": raw, "z": z, "adjusted": adjusted}


def kendall(one: Floats, other: Floats) -> float:
    """Kendall's tau-b: ties on either side count for neither."""
    above = np.triu_indices(len(one), 1)
    left = np.sign(one[:, None] - one[None, :])[above]
    right = np.sign(other[:, None] - other[None, :])[above]
    both = np.sqrt(np.count_nonzero(left) * np.count_nonzero(right))
    return float((left * right).sum() / both)


def spearman(one: Floats, other: Floats) -> float:
    """Pearson's correlation of ranks, ties sharing the mean rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Floats) -> Floats:
    _, place, many = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(many)
    return np.asarray((last - (many - 1) / 2)[place], dtype=np.float64)


def measured(size: int, strictness: float) -> dict[str, tuple[Floats, Floats]]:
    """Kendall and Spearman against the truth, by way, a number a seed."""
    found: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for seed in SEEDS:
        made = office(seed, size, strictness)
        for way, values in orders(made).items():
            found[way].append((kendall(values, made.truth), spearman(values, made.truth)))
    columns = {way: np.array(rows) for way, rows in found.items()}
    return {way: (rows[:, 0], rows[:, 1]) for way, rows in columns.items()}


def test_the_measures_as_reckoned_by_hand() -> None:
    one, other = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 3.0, 2.0, 4.0])
    assert kendall(one, other) == pytest.approx(4 / 6)
    assert spearman(one, other) == pytest.approx(0.8)
    assert kendall(one, -one) == spearman(one, -one) == pytest.approx(-1)
    tied = np.array([1.0, 1.0, 2.0, 3.0])
    assert kendall(one, tied) == pytest.approx(5 / np.sqrt(30))


@pytest.mark.parametrize("size", SIZES)
def test_the_adjusted_order_is_nearest_to_the_truth(size: int) -> None:
    found = measured(size, strictness=0.5)
    for which in (0, 1):
        raw, z, adjusted = (found[way][which] for way in WAYS)
        assert adjusted.mean() > raw.mean() + 0.08
        assert adjusted.mean() > z.mean() + 0.08
        assert (adjusted > raw).all()
        assert (adjusted > z).all()


@pytest.mark.parametrize("size", SIZES)
def test_where_nobody_is_strict_adjusting_costs_next_to_nothing(size: int) -> None:
    found = measured(size, strictness=0.0)
    for which in (0, 1):
        assert found["adjusted"][which].mean() > found["raw"][which].mean() - 0.01
        assert found["adjusted"][which].mean() > found["z"][which].mean()


def _print() -> None:
    for strictness in (0.5, 0.25, 0.0):
        for size in SIZES:
            found = measured(size, strictness)
            said = [f"{way} {k.mean():.3f}/{s.mean():.3f}" for way, (k, s) in found.items()]
            told = ", ".join(said)
            sys.stdout.write(f"strictness {strictness}, teams of {size}: {told}\n")


if __name__ == "__main__":
    _print()
