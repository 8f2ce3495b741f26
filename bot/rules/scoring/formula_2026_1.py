"""Formula 2026.1: from marks to a result whose shown parts add up to the last decimal.

Everything is computed exactly and rounded half up once, to hundredths. What is shown below a
rounded number is apportioned to it by largest remainder: the two axes make the total, the
indicators make their axis (in points of the axis and of the total), the groups make the value of
their indicator, and the weights in force make 100. A shown part is at most a hundredth away from
its exact value, and no reader finds a cent missing. A released formula never changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from bot.rules.numbers import apportion, apportion_over, half_up, half_up_over
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


def score(
    marks: Mapping[str, Sequence[Mark]], scheme: Scheme, *, innovated: bool = False
) -> Score:
    """The result of one person from the marks per indicator key, by formula 2026.1.

    A group or indicator without marks is left out and its weight shared, never counted as zero.
    Marks of a group that the scheme does not ask for the indicator do not count. `innovated` is
    the condition of PP 30/2019 for the word Sangat Baik. KeyError for an unknown indicator.
    """
    for key in marks:
        scheme.indicator(key)
    rated = {i.key: _rated(_sums(i, marks.get(i.key, ()))) for i in scheme.indicators}
    left_out = tuple(key for key, one in rated.items() if one is None)
    on_axis = {axis: _on_axis(axis, rated, scheme) for axis in Axis}
    present = {axis: one for axis, one in on_axis.items() if one is not None}
    total, points = _total(present, scheme)
    axes = tuple(_axis(axis, points[axis], one, scheme) for axis, one in present.items())
    if total is None:
        return Score(FORMULA, axes, left_out)
    predikat = scheme.quadrant.of(*(part.expectation for part in axes))
    word = scheme.number_words.of(total, innovated=innovated)
    return Score(FORMULA, axes, left_out, total, predikat, word)


@dataclass(frozen=True, slots=True)
class _Rated:
    """One indicator: its exact value and how the groups make it."""

    mean: Fraction
    value: Decimal
    groups: tuple[GroupPart, ...]


_Sum = tuple[Source, Decimal, int, int, int]
"""A group's unshared weight, its marks, their days, and their values weighed by days."""


def _sums(indicator: Indicator, marks: Sequence[Mark]) -> tuple[_Sum, ...]:
    counted: dict[Source, list[int]] = {}
    for mark in marks:
        own = counted.setdefault(mark.group, [0, 0, 0])
        own[0] += 1
        own[1] += mark.days
        own[2] += VALUES[mark.level] * mark.days
    return tuple(
        (share.source, share.weight, *counted[share.source])  # type: ignore[misc]
        for share in indicator.sources
        if share.source in counted
    )


@lru_cache(maxsize=8192)  # few combinations of levels make the indicators of a whole agency
def _rated(sums: tuple[_Sum, ...]) -> _Rated | None:
    if not sums:
        return None
    shares = _shares(tuple(weight for _, weight, _, _, _ in sums))
    means = [Fraction(total, days) for _, _, _, days, total in sums]
    exact = [mean * share / 100 for mean, share in zip(means, shares, strict=True)]
    whole = sum(exact, Fraction())
    columns = (apportion(shares, HUNDRED), apportion(exact, half_up(whole)))
    groups = tuple(
        GroupPart(source, marks, half_up(mean), weight, part)
        for (source, _, marks, _, _), mean, weight, part in zip(sums, means, *columns, strict=True)
    )
    return _Rated(whole, half_up(whole), groups)


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
    """The indicators of an axis that have marks, and what each brings to it, in `unit`ths."""

    rated: Sequence[tuple[Indicator, _Rated]]
    parts: Sequence[int]
    unit: int

    @property
    def whole(self) -> int:
        return sum(self.parts)


def _on_axis(axis: Axis, rated: Mapping[str, _Rated | None], scheme: Scheme) -> _OnAxis | None:
    own = [(indicator, rated[indicator.key]) for indicator in scheme.on_axis(axis)]
    used = [(indicator, one) for indicator, one in own if one is not None]
    if not used:
        return None
    weights, whole = _whole(tuple(indicator.weight for indicator, _ in used))
    means = [one.mean.as_integer_ratio() for _, one in used]
    unit = lcm(*(below for _, below in means))
    parts = [
        above * (unit // below) * weight
        for (above, below), weight in zip(means, weights, strict=True)
    ]
    return _OnAxis(used, parts, unit * whole)


@lru_cache(maxsize=1024)
def _whole(weights: tuple[Decimal, ...]) -> tuple[tuple[int, ...], int]:
    """Weights as whole numbers, and what they make together."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    unit = lcm(*(below for _, below in ratios))
    whole = tuple(above * (unit // below) for above, below in ratios)
    return whole, sum(whole)


def _total(
    present: Mapping[Axis, _OnAxis], scheme: Scheme
) -> tuple[Decimal | None, dict[Axis, Decimal]]:
    if not present:
        return None, {}
    weights = [scheme.axis_weights.of(axis).as_integer_ratio() for axis in present]
    units = [one.unit * below for one, (_, below) in zip(present.values(), weights, strict=True)]
    unit = lcm(*units)
    parts = [
        one.whole * above * (unit // own)
        for one, (above, _), own in zip(present.values(), weights, units, strict=True)
    ]
    total = half_up_over(sum(parts), unit * 100)
    points = dict(zip(present, apportion_over(parts, unit * 100, total), strict=True))
    return (total if len(present) == len(Axis) else None), points


def _axis(axis: Axis, points: Decimal, one: _OnAxis, scheme: Scheme) -> AxisPart:
    value, weight = half_up_over(one.whole, one.unit), scheme.axis_weights.of(axis)
    above, below = weight.as_integer_ratio()
    columns = (
        _shown_shares(tuple(indicator.weight for indicator, _ in one.rated)),
        apportion_over(one.parts, one.unit, value),
        apportion_over([part * above for part in one.parts], one.unit * below * 100, points),
    )
    parts = tuple(
        IndicatorPart(indicator.key, rated.value, share, in_axis, in_total, rated.groups)
        for (indicator, rated), share, in_axis, in_total in zip(one.rated, *columns, strict=True)
    )
    met, high = scheme.thresholds.met, scheme.thresholds.above
    return AxisPart(axis, value, weight, points, expectation_of(value, met, high), parts)
