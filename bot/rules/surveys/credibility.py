"""Few answers lean to like services, many speak for themselves (Bühlmann and Straub).

A service's index is leaned as `z` x its own + (1 - z) x that of its like, z = n / (n + k). How
many answers make half of it, `k`, comes from the data: how much answers within a service differ
(`within`) over how much services of the kind do (`between`). Both are held by a prior, so that
two services are not taken for a law. Leaned indices are put in order by what is `sure` of them:
three glad answers do not top three hundred.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.surveys.grades import NINE, Weight
from bot.rules.surveys.index import SCALE, exact_index
from bot.rules.surveys.tallies import Tally

PRIOR_WITHIN, PRIOR_ANSWERS = Fraction(12**2), 10
"""Before anything is known, answers to one service differ by 12 points, as if ten had said so."""
PRIOR_BETWEEN, PRIOR_SERVICES = Fraction(5**2), 3
"""And services of a kind by 5 points, as if three had said so."""
ONE_SIDED = Decimal("1.645")


@dataclass(frozen=True, slots=True)
class Leaned:
    """`own` index leaned to `like`; `percent` is how much of it is its own; `k` answers are half.

    `sure`: in nineteen of twenty cases the true one is no lower. `services`: how many of the kind
    have answers, itself among them; alone nothing leans.
    """

    index: Decimal
    sure: Decimal
    exact: Fraction
    own: Decimal
    like: Decimal
    percent: Decimal
    k: Decimal
    count: int
    services: int


def leaned(tallies: Mapping[int, Tally], weight: Weight = Weight.EXACT) -> dict[int, Leaned]:
    """The indices of like services (by number), leaned; only those with answers are there."""
    own = [
        _Own(key, one.count, index, one.variance() * (NINE.share(weight) * SCALE) ** 2)
        for key, one in tallies.items()
        if (index := exact_index(one, weight)) is not None
    ]
    if not own:
        return {}
    within, between = _spread(own)
    k = within / between
    trust = [Fraction(one.count) / (one.count + k) for one in own]
    like = sum((z * one.index for z, one in zip(trust, own, strict=True)), Fraction()) / sum(trust)
    found = {}
    for z, one in zip(trust, own, strict=True):
        share = z if len(own) > 1 else Fraction(1)
        exact = share * one.index + (1 - share) * like
        rest = (1 - z) * between
        doubt = ONE_SIDED * (Decimal(rest.numerator) / rest.denominator).sqrt()
        found[one.key] = Leaned(
            half_up(exact), half_up(Decimal(exact.numerator) / exact.denominator - doubt), exact,
            half_up(one.index), half_up(like), half_up(share * 100, 1), half_up(k, 1), one.count,
            len(own),
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class _Own:
    key: int
    count: int
    index: Fraction
    spread: Fraction


def _spread(own: list[_Own]) -> tuple[Fraction, Fraction]:
    """How much answers differ within a service, and services of the kind between them."""
    freedom, answers = sum(one.count - 1 for one in own), sum(one.count for one in own)
    inside = sum(((one.count - 1) * one.spread for one in own), Fraction())
    within = (inside + PRIOR_ANSWERS * PRIOR_WITHIN) / (freedom + PRIOR_ANSWERS)
    others, seen = len(own) - 1, Fraction(0)
    if others:
        mean = sum((one.count * one.index for one in own), Fraction()) / answers
        outside = sum((one.count * (one.index - mean) ** 2 for one in own), Fraction())
        unlike = answers - Fraction(sum(one.count**2 for one in own), answers)
        seen = max(Fraction(0), (outside - others * within) / unlike)
    between = (others * seen + PRIOR_SERVICES * PRIOR_BETWEEN) / (others + PRIOR_SERVICES)
    return within, between
