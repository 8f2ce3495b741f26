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
    rated = {i.key: _groups(i, marks.get(i.key, ())) for i in scheme.indicators}
    left_out = tuple(key for key, groups in rated.items() if not groups)
    present = [axis for axis in Axis if any(rated[i.key] for i in scheme.on_axis(axis))]
    exact = {axis: _axis_value(scheme.on_axis(axis), rated) for axis in present}
    total, points = _total(exact, scheme)
    axes = tuple(_axis(axis, exact[axis], points[axis], rated, scheme) for axis in present)
    if total is None:
        return Score(FORMULA, axes, left_out)
    predikat = scheme.quadrant.of(*(part.expectation for part in axes))
    word = scheme.number_words.of(total, innovated=innovated)
    return Score(FORMULA, axes, left_out, total, predikat, word)


@dataclass(frozen=True, slots=True)
class _Group:
    """One group's mean in full precision, with its weight still unshared."""

    source: Source
    marks: int
    mean: Fraction
    weight: Fraction


def _groups(indicator: Indicator, marks: Sequence[Mark]) -> list[_Group]:
    groups = []
    for share in indicator.sources:
        own = [mark for mark in marks if mark.group is share.source]
        if own:
            days = sum(mark.days for mark in own)
            mean = Fraction(sum(value_of(mark.level) * mark.days for mark in own), days)
            groups.append(_Group(share.source, len(own), mean, Fraction(share.weight)))
    return groups


def _mean(groups: Sequence[_Group]) -> Fraction:
    return sum((g.mean * g.weight for g in groups), Fraction()) / sum(g.weight for g in groups)


def _shares(weights: Sequence[Fraction]) -> list[Fraction]:
    """Weights spread so that they make a hundred."""
    return [weight * 100 / sum(weights) for weight in weights]


def _axis_value(
    indicators: Sequence[Indicator], rated: Mapping[str, Sequence[_Group]]
) -> Fraction:
    used = [indicator for indicator in indicators if rated[indicator.key]]
    shares = _shares([Fraction(indicator.weight) for indicator in used])
    values = [_mean(rated[indicator.key]) for indicator in used]
    return sum((v * s / 100 for v, s in zip(values, shares, strict=True)), Fraction())


def _total(
    exact: Mapping[Axis, Fraction], scheme: Scheme
) -> tuple[Decimal | None, dict[Axis, Decimal]]:
    parts = [value * Fraction(scheme.axis_weights.of(axis)) / 100 for axis, value in exact.items()]
    total = half_up(sum(parts, Fraction()))
    points = dict(zip(exact, apportion(parts, total), strict=True))
    return (total if len(exact) == len(Axis) else None), points


def _axis(
    axis: Axis,
    exact: Fraction,
    points: Decimal,
    rated: Mapping[str, Sequence[_Group]],
    scheme: Scheme,
) -> AxisPart:
    value, weight = half_up(exact), scheme.axis_weights.of(axis)
    used = [indicator for indicator in scheme.on_axis(axis) if rated[indicator.key]]
    shares = _shares([Fraction(indicator.weight) for indicator in used])
    groups = [rated[indicator.key] for indicator in used]
    inside = [_mean(own) * share / 100 for own, share in zip(groups, shares, strict=True)]
    outside = [part * Fraction(weight) / 100 for part in inside]
    columns = (apportion(shares, HUNDRED), apportion(inside, value), apportion(outside, points))
    parts = tuple(
        IndicatorPart(indicator.key, half_up(_mean(own)), share, in_axis, in_total, _parts(own))
        for indicator, own, share, in_axis, in_total in zip(used, groups, *columns, strict=True)
    )
    met, above = scheme.thresholds.met, scheme.thresholds.above
    return AxisPart(axis, value, weight, points, expectation_of(value, met, above), parts)


def _parts(groups: Sequence[_Group]) -> tuple[GroupPart, ...]:
    shares = _shares([group.weight for group in groups])
    exact = [group.mean * share / 100 for group, share in zip(groups, shares, strict=True)]
    points = apportion(exact, half_up(_mean(groups)))
    return tuple(
        GroupPart(group.source, group.marks, half_up(group.mean), weight, part)
        for group, weight, part in zip(groups, apportion(shares, HUNDRED), points, strict=True)
    )
