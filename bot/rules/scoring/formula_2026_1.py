"""Formula 2026.1: from marks to a result whose shown parts add up to the last decimal.

Everything is computed exactly and rounded half up once, to hundredths. What is shown below a
rounded number is apportioned to it by largest remainder: the two axes make the total, the
indicators make their axis (in points of the axis and of the total), the groups make the value of
their indicator, and the weights in force make 100. A shown part is at most a hundredth away from
its exact value, and no reader finds a cent missing. A released formula never changes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from bot.rules.numbers import apportion, apportion_over, decimal, half_up, units_over
from bot.rules.predikat import expectation_of
from bot.rules.schemes import LEVELS, Axis, Indicator, Scheme, Source
from bot.rules.scoring.result import (
    AxisPart,
    GroupPart,
    IndicatorPart,
    Mark,
    Score,
    value_of,
)

FORMULA = "2026.1"
VALUES = {level: value_of(level) for level in LEVELS}
HUNDRED = Decimal(100)
Marks = Mapping[str, Sequence[Mark]]


def score(marks: Marks, scheme: Scheme, *, innovated: bool = False) -> Score:
    """The result of one person from the marks per indicator key, by formula 2026.1.

    A group or indicator without marks is left out and its weight shared, never counted as zero.
    Marks of a group that the scheme does not ask for the indicator do not count. `innovated` is
    the condition of PP 30/2019 for the word Sangat Baik. KeyError for an unknown indicator.
    """
    return _score(marks, _plan(scheme), innovated)


def scorer(scheme: Scheme) -> Callable[[Marks], Score]:
    """`score` by one scheme for many people: looking up a scheme takes a third of a score."""
    plan = _plan(scheme)
    return lambda marks: _score(marks, plan, False)


@dataclass(frozen=True, slots=True, eq=False)  # looked up a dozen times a person, so by identity
class _Groups:
    """Whose marks count for an indicator, with their unshared weights; where each is counted."""

    sources: tuple[Source, ...]
    weights: tuple[Decimal, ...]
    places: Mapping[Source, int]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a scheme asks: by axis its indicators, and the axis's weight as a ratio."""

    scheme: Scheme
    groups: Mapping[str, _Groups]
    axes: tuple[tuple[Axis, tuple[Indicator, ...], tuple[int, int]], ...]


@lru_cache(maxsize=16)
def _plan(scheme: Scheme) -> _Plan:
    groups = {
        one.key: _groups(tuple((share.source, share.weight) for share in one.sources))
        for one in scheme.indicators
    }
    axes = tuple(
        (axis, scheme.on_axis(axis), scheme.axis_weights.of(axis).as_integer_ratio())
        for axis in Axis
    )
    return _Plan(scheme, groups, axes)


@lru_cache(maxsize=256)
def _groups(shares: tuple[tuple[Source, Decimal], ...]) -> _Groups:
    sources, weights = tuple(zip(*shares, strict=True))
    return _Groups(sources, weights, {source: 3 * at for at, source in enumerate(sources)})


def _score(marks: Marks, plan: _Plan, innovated: bool) -> Score:
    for key in marks:
        plan.groups[key]
    rated = {
        key: _rated(groups, _sums(groups, marks.get(key, ())))
        for key, groups in plan.groups.items()
    }
    present = [one for axis in plan.axes if (one := _on_axis(*axis, rated)) is not None]
    left_out = tuple([key for key, one in rated.items() if one is None])
    total, points = _total(present)
    scheme = plan.scheme
    axes = tuple([_axis(one, own, scheme) for one, own in zip(present, points, strict=True)])
    if total is None:
        return Score(FORMULA, axes, left_out)
    predikat = scheme.quadrant.of(*(part.expectation for part in axes))
    word = scheme.number_words.of(total, innovated=innovated)
    return Score(FORMULA, axes, left_out, total, predikat, word)


def _sums(groups: _Groups, marks: Sequence[Mark]) -> tuple[int, ...]:
    """Of each group in turn: its marks, their days, and their values weighed by days."""
    places, sums = groups.places, [0] * (3 * len(groups.sources))
    for mark in marks:
        at = places.get(mark.group)
        if at is not None:
            days = mark.days
            sums[at] += 1
            sums[at + 1] += days
            sums[at + 2] += VALUES[mark.level] * days
    return tuple(sums)


@dataclass(frozen=True, slots=True)
class _Rated:
    """One indicator: its exact value as a ratio, and how the groups make it."""

    above: int
    below: int
    value: Decimal
    groups: tuple[GroupPart, ...]


@lru_cache(maxsize=8192)  # few combinations of levels make the indicators of a whole agency
def _rated(groups: _Groups, sums: tuple[int, ...]) -> _Rated | None:
    given = [at for at in range(len(groups.sources)) if sums[3 * at]]
    if not given:
        return None
    shares = _shares(tuple(groups.weights[at] for at in given))
    means = [Fraction(sums[3 * at + 2], sums[3 * at + 1]) for at in given]
    exact = [mean * share / 100 for mean, share in zip(means, shares, strict=True)]
    whole = sum(exact, Fraction())
    columns = (apportion(shares, HUNDRED), apportion(exact, half_up(whole)))
    parts = tuple(
        GroupPart(groups.sources[at], sums[3 * at], half_up(mean), weight, part)
        for at, mean, weight, part in zip(given, means, *columns, strict=True)
    )
    return _Rated(*whole.as_integer_ratio(), half_up(whole), parts)


@lru_cache(maxsize=1024)
def _shares(weights: tuple[Decimal, ...]) -> tuple[Fraction, ...]:
    """Weights spread so that they make a hundred."""
    total = sum(map(Fraction, weights))
    return tuple(Fraction(weight) * 100 / total for weight in weights)


@lru_cache(maxsize=1024)
def _shown_shares(weights: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return apportion(_shares(weights), HUNDRED)


@dataclass(frozen=True, slots=True)
class _OnAxis:
    """The indicators of an axis that have marks, and what each brings to it, in `unit`ths.

    `weight` is that of the axis as a ratio; `weights` are those of the indicators.
    """

    axis: Axis
    weight: tuple[int, int]
    rated: Sequence[tuple[Indicator, _Rated]]
    weights: tuple[Decimal, ...]
    parts: Sequence[int]
    whole: int
    unit: int


def _on_axis(
    axis: Axis,
    asked: Sequence[Indicator],
    weight: tuple[int, int],
    rated: Mapping[str, _Rated | None],
) -> _OnAxis | None:
    used = [(one, mine) for one in asked if (mine := rated[one.key]) is not None]
    if not used:
        return None
    weights = tuple([one.weight for one, _ in used])
    ratios, whole = _whole(weights)
    unit = lcm(*[mine.below for _, mine in used])
    parts = [
        mine.above * (unit // mine.below) * ratio
        for (_, mine), ratio in zip(used, ratios, strict=True)
    ]
    return _OnAxis(axis, weight, used, weights, parts, sum(parts), unit * whole)


@lru_cache(maxsize=1024)
def _whole(weights: tuple[Decimal, ...]) -> tuple[tuple[int, ...], int]:
    """Weights as whole numbers, and what they make together."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    unit = lcm(*(below for _, below in ratios))
    whole = tuple(above * (unit // below) for above, below in ratios)
    return whole, sum(whole)


def _total(present: Sequence[_OnAxis]) -> tuple[Decimal | None, Sequence[int]]:
    """The total, if both axes have marks, and the points of each axis in hundredths."""
    if not present:
        return None, ()
    units = [one.unit * one.weight[1] for one in present]
    unit = lcm(*units)
    parts = [
        one.whole * one.weight[0] * (unit // own) for one, own in zip(present, units, strict=True)
    ]
    total = units_over(sum(parts), unit * 100)
    points = apportion_over(parts, unit * 100, total)
    return (decimal(total) if len(present) == len(Axis) else None), points


def _axis(one: _OnAxis, points: int, scheme: Scheme) -> AxisPart:
    value, (above, below) = units_over(one.whole, one.unit), one.weight
    columns = (
        _shown_shares(one.weights),
        apportion_over(one.parts, one.unit, value),
        apportion_over([part * above for part in one.parts], one.unit * below * 100, points),
    )
    parts = [
        IndicatorPart(
            asked.key, rated.value, share, decimal(in_axis), decimal(in_total), rated.groups
        )
        for (asked, rated), share, in_axis, in_total in zip(one.rated, *columns, strict=True)
    ]
    shown, weight = decimal(value), scheme.axis_weights.of(one.axis)
    expectation = expectation_of(shown, scheme.thresholds.met, scheme.thresholds.above)
    return AxisPart(one.axis, shown, weight, decimal(points), expectation, tuple(parts))
