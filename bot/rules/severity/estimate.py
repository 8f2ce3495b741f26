"""The estimate: differences between raters on the same ratee, shrunk towards none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import exp, fsum, log, sqrt

from bot.rules.numbers import Number, half_up
from bot.rules.severity.sparse import (
    Factor,
    factored,
    inverse_diagonal,
    log_determinant,
    solved,
)

SURE = 1.96  # of a normal distribution, for 95 %
FEWEST_CONTRASTS = 5
_SMALLEST, _LARGEST, _STEPS = log(0.02), log(1e4), 14
_GOLDEN = (sqrt(5) - 1) / 2
_SECTIONS = 10
_LEAST_NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's mean for one ratee, on the scale of 40 to 120."""

    rater: int
    ratee: int
    value: Number


@dataclass(frozen=True, slots=True)
class Severity:
    """One rater. `estimate` in points of 40 to 120: above 0 gives more than others would.

    `low` and `high` hold it with 95 %; None when nothing can be said. `ratings` is on how many it
    rests in all, `shared` how many of them others rated too; only those speak. `group`: raters
    are compared inside one group only, which is named by its smallest key.
    """

    rater: int
    estimate: Decimal
    low: Decimal | None
    high: Decimal | None
    ratings: int
    shared: int
    group: int

    @property
    def linked(self) -> bool:
        """Without a shared ratee nothing is known of this rater, and the estimate is 0."""
        return self.shared > 0


@dataclass(frozen=True, slots=True)
class Severities:
    """All raters, by key. `enough` False: too few shared ratees to say anything of anybody.

    `between` and `noise` are standard deviations: of severity, and of one rating.
    """

    raters: Mapping[int, Severity]
    enough: bool
    contrasts: int
    between: Decimal | None
    noise: Decimal | None


def severities(ratings: Iterable[Rating]) -> Severities:
    """Each rater's severity with shrinkage; values that are shown are rounded to hundredths.

    Model: value = ratee + rater + noise. The ratee's part is free (a fixed effect), so that a
    strong team never looks like a lenient superior and only differences between raters on the
    same ratee speak. The rater's part is normal around 0 (a random effect): its estimate is the
    best linear unbiased predictor, shrunk the more, the fewer shared ratees it rests on. Both
    variances come from the data by restricted maximum likelihood over those differences.
    Sources: Patterson and Thompson 1971 (REML); Henderson 1975 and Robinson 1991 (BLUP as
    empirical Bayes); Linacre 1989 (many facets: rater severity needs shared ratees).

    Below five independent differences (`contrasts`: ratings minus ratees, of shared ones) nothing
    is estimated: 0 for everyone, no interval. Severity is taken as the same over the whole scale
    and quarter. It is shown beside the raw value and applied by a signed decision only. The order
    of `ratings` plays no part. ValueError for two ratings of one ratee by one rater.
    """
    ordered = sorted(ratings, key=lambda one: (one.ratee, one.rater))
    by_ratee: dict[int, dict[int, float]] = defaultdict(dict)
    for one in ordered:
        if one.rater in by_ratee[one.ratee]:
            raise ValueError("one rater rates one ratee once")
        by_ratee[one.ratee][one.rater] = float(one.value)
    shared = {ratee: given for ratee, given in by_ratee.items() if len(given) > 1}
    contrasts = sum(len(given) - 1 for given in shared.values())
    counts = _Counts(ordered, shared)
    if contrasts < FEWEST_CONTRASTS:
        unknown = {rater: counts.severity(rater, 0.0, None) for rater in counts.raters}
        return Severities(unknown, False, contrasts, None, None)
    system = _System(shared, counts.raters)
    ratio = _likeliest(system, contrasts)
    factor = system.at(ratio)
    effects = solved(factor, system.right)
    noise = max(system.left_over(effects) / contrasts, _LEAST_NOISE)
    spread = inverse_diagonal(factor)
    known = {
        rater: counts.severity(rater, effects[rater], sqrt(noise * spread[rater]))
        for rater in counts.raters
    }
    return Severities(known, True, contrasts, _shown(sqrt(noise / ratio)), _shown(sqrt(noise)))


class _Counts:
    """On what each rater's estimate rests, and with whom it may be compared."""

    def __init__(self, ratings: list[Rating], shared: Mapping[int, Mapping[int, float]]) -> None:
        self.raters = sorted({one.rater for one in ratings})
        self._ratings: dict[int, int] = defaultdict(int)
        self._shared: dict[int, int] = defaultdict(int)
        self._lead = {rater: rater for rater in self.raters}
        for one in ratings:
            self._ratings[one.rater] += 1
            self._shared[one.rater] += one.ratee in shared
        for given in shared.values():
            first, *others = sorted(given)
            for other in others:
                leads = sorted((self._group(first), self._group(other)))
                self._lead[leads[1]] = leads[0]

    def _group(self, rater: int) -> int:
        while self._lead[rater] != rater:
            rater = self._lead[rater]
        return rater

    def severity(self, rater: int, effect: float, deviation: float | None) -> Severity:
        low = high = None
        if deviation is not None:
            low, high = _shown(effect - SURE * deviation), _shown(effect + SURE * deviation)
        counted = self._ratings[rater], self._shared[rater], self._group(rater)
        return Severity(rater, _shown(effect), low, high, *counted)


class _System:
    """The equations of the raters after every ratee's own mean was taken out."""

    def __init__(self, shared: Mapping[int, Mapping[int, float]], raters: list[int]) -> None:
        self._rows: dict[int, dict[int, float]] = {rater: {rater: 0.0} for rater in raters}
        self.right = dict.fromkeys(raters, 0.0)
        squares = []
        for given in shared.values():
            mean = fsum(given.values()) / len(given)
            for rater, value in given.items():
                self.right[rater] += value - mean
                squares.append((value - mean) ** 2)
                row = self._rows[rater]
                row[rater] += 1.0
                for other in given:
                    row[other] = row.get(other, 0.0) - 1.0 / len(given)
        self._squares = fsum(squares)

    def at(self, ratio: float) -> Factor:
        """With `ratio` = variance of noise / variance of severity on the diagonal."""
        return factored({key: {**row, key: row[key] + ratio} for key, row in self._rows.items()})

    def left_over(self, effects: Mapping[int, float]) -> float:
        """Squares that the effects, as shrunk, do not explain."""
        return self._squares - fsum(self.right[key] * effect for key, effect in effects.items())

    def surprise(self, log_ratio: float, contrasts: int) -> float:
        """Minus twice the restricted log-likelihood, noise already at its best."""
        ratio = exp(log_ratio)
        factor = self.at(ratio)
        rest = max(self.left_over(solved(factor, self.right)), contrasts * _LEAST_NOISE)
        return log_determinant(factor) - len(self.right) * log_ratio + contrasts * log(rest)


def _likeliest(system: _System, contrasts: int) -> float:
    """The ratio of variances by a grid, then by golden section around its best point."""
    step = (_LARGEST - _SMALLEST) / _STEPS
    grid = [_SMALLEST + step * number for number in range(_STEPS + 1)]
    best = min(grid, key=lambda point: system.surprise(point, contrasts))
    low, high = max(best - step, _SMALLEST), min(best + step, _LARGEST)
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = system.surprise(left, contrasts), system.surprise(right, contrasts)
    for _ in range(_SECTIONS):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = system.surprise(left, contrasts)
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = system.surprise(right, contrasts)
    return exp((low + high) / 2)


def _shown(value: float) -> Decimal:
    return half_up(Fraction(value))
