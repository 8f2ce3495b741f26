"""The question as a mixed-integer program for HiGHS."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from typing import TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from bot.rules.trainings.allocation import Answer, Ask, Problem, settle_ties, worth
from bot.rules.trainings.equality import FOUR_FIFTHS, Trait

Key = TypeVar("Key", int, str)
SECONDS = 40.0  # of both runs together
GAP = 1e-4  # below ten thousand points that is the very best
TINY = 1e-6  # far less than the least by which a group of ten thousand can fall short


@dataclass(slots=True)
class Rows:
    """Constraints one by one: which columns, by how much, and between what."""

    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    most: list[float] = field(default_factory=list)

    def add(self, columns: Sequence[int], values: Sequence[float], most: float) -> None:
        """The sum is at most so much."""
        self.columns += columns
        self.values += values
        self.starts.append(len(self.columns))
        self.most.append(most)


def solve(problem: Problem) -> Answer:
    """The best division; ties by the stated order. The same question has the same answer."""
    free, bound = _best(replace(problem, equal=False), SECONDS / 4 if problem.equal else SECONDS)
    if not problem.equal:
        return Answer(settle_ties(problem, free), worth(problem, free), bound, bound)
    equal, below = _best(problem, 3 * SECONDS / 4)
    return Answer(settle_ties(problem, equal), worth(problem, equal), below, bound)


def _best(problem: Problem, seconds: float) -> tuple[Collection[int], int]:
    """Who gets a seat, and what no division can pass."""
    asks = problem.asks
    if not asks:
        return frozenset(), 0
    traits = list(Trait) if problem.equal else []
    rows = _rows(problem, traits)
    width = len(asks) + len(traits)
    matrix = csr_matrix((rows.values, rows.columns, rows.starts), shape=(len(rows.most), width))
    found = milp(
        -np.array([ask.benefit for ask in asks] + [0] * len(traits), float),
        constraints=LinearConstraint(matrix, -np.inf, rows.most),
        integrality=np.array([1] * len(asks) + [0] * len(traits)),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds, "mip_rel_gap": GAP},
    )
    if found.x is None:  # nobody was seated in time, which is a division too
        return frozenset(), sum(ask.benefit for ask in asks)
    chosen = frozenset(ask.request for ask, on in zip(asks, found.x, strict=False) if on > 0.5)
    limit = getattr(found, "mip_dual_bound", None)
    bound = floor(-limit + TINY) if limit is not None else worth(problem, chosen)
    return chosen, max(bound, worth(problem, chosen))


def _rows(problem: Problem, traits: Sequence[Trait]) -> Rows:
    rows, asks = Rows(), problem.asks
    for training, those in _by(asks, lambda ask: ask.training).items():
        rows.add(those, [1.0] * len(those), problem.seats.get(training, 0))
    for those in _by(asks, lambda ask: ask.person).values():
        if len(those) > 1:
            rows.add(those, [1.0] * len(those), 1)
    for source, those in _by(asks, lambda ask: ask.source).items():
        costly = [at for at in those if asks[at].cost]
        unit = max((asks[at].cost for at in costly), default=1)
        money = problem.money.get(source, 0)
        rows.add(costly, [asks[at].cost / unit for at in costly], money / unit + TINY)
    for number, trait in enumerate(traits):
        highest = len(asks) + number
        for those in _by(asks, _of(trait)).values():
            many = len({asks[at].person for at in those})  # with one seat each at most
            rows.add([*those, highest], [*[1.0] * len(those), -many], TINY)
            share = float(FOUR_FIFTHS) * many
            rows.add([*those, highest], [*[-1.0] * len(those), share], 1 + TINY)
    return rows


def _of(trait: Trait) -> Callable[[Ask], str]:
    return lambda ask: ask.trait(trait)


def _by(asks: Sequence[Ask], key: Callable[[Ask], Key]) -> dict[Key, list[int]]:
    """Places of the applications by what they have in common."""
    found: dict[Key, list[int]] = {}
    for at, ask in enumerate(asks):
        found.setdefault(key(ask), []).append(at)
    return found
