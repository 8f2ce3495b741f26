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

from bot.rules.numbers import apportion, half_up
from bot.rules.predikat import expectation_of
from bot.rules.schemes import Axis, Indicator, Scheme, Source
from bot.rules.scoring.result import (
    AxisPart,
    GroupPart,
    IndicatorPart,
    Mark,
    Score,
    value_of,
)

FORMULA = "2026.1"
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
    inside = {axis: _parts(own) for axis, own in on_axis.items() if own}
    exact = {axis: sum(parts, Fraction()) for axis, parts in inside.items()}
    total, points = _total(exact, scheme)
    axes = tuple(_axis(axis, points[axis], on_axis[axis], inside[axis], scheme) for axis in inside)
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
    sums = []
    for share in indicator.sources:
        own = [mark for mark in marks if mark.group is share.source]
        if own:
            days = sum(mark.days for mark in own)
            total = sum(value_of(mark.level) * mark.days for mark in own)
            sums.append((share.source, share.weight, len(own), days, total))
    return tuple(sums)


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


def _on_axis(
    axis: Axis, rated: Mapping[str, _Rated | None], scheme: Scheme
) -> list[tuple[Indicator, _Rated]]:
    own = [(indicator, rated[indicator.key]) for indicator in scheme.on_axis(axis)]
    return [(indicator, one) for indicator, one in own if one is not None]


def _parts(rated: Sequence[tuple[Indicator, _Rated]]) -> list[Fraction]:
    """What each indicator brings to its axis, exactly."""
    shares = _shares(tuple(indicator.weight for indicator, _ in rated))
    return [one.mean * share / 100 for (_, one), share in zip(rated, shares, strict=True)]


def _total(
    exact: Mapping[Axis, Fraction], scheme: Scheme
) -> tuple[Decimal | None, dict[Axis, Decimal]]:
    parts = [value * Fraction(scheme.axis_weights.of(axis)) / 100 for axis, value in exact.items()]
    total = half_up(sum(parts, Fraction()))
    points = dict(zip(exact, apportion(parts, total), strict=True))
    return (total if len(exact) == len(Axis) else None), points


def _axis(
    axis: Axis, points: Decimal, rated: Sequence[tuple[Indicator, _Rated]],
    inside: Sequence[Fraction], scheme: Scheme,
) -> AxisPart:  # fmt: skip
    value, weight = half_up(sum(inside, Fraction())), scheme.axis_weights.of(axis)
    outside = [part * Fraction(weight) / 100 for part in inside]
    shares = _shown_shares(tuple(indicator.weight for indicator, _ in rated))
    columns = (shares, apportion(inside, value), apportion(outside, points))
    parts = tuple(
        IndicatorPart(indicator.key, one.value, share, in_axis, in_total, one.groups)
        for (indicator, one), share, in_axis, in_total in zip(rated, *columns, strict=True)
    )
    met, above = scheme.thresholds.met, scheme.thresholds.above
    return AxisPart(axis, value, weight, points, expectation_of(value, met, above), parts)
