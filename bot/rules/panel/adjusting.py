"""A result with other levels for some indicators: its shown parts, added up again."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import apportion, half_up
from bot.rules.panel.views import View
from bot.rules.predikat import expectation_of
from bot.rules.schemes import LEVELS, Scheme
from bot.rules.scoring import AxisPart, IndicatorPart, Score, value_of


class Against(StrEnum):
    """Why a person may not sign an adjustment."""

    PERSON = "person"
    PROPOSED = "proposed"
    RATED = "rated"


def adjusted(score: Score, levels: Mapping[str, int], scheme: Scheme) -> Score:
    """The same result with these levels in the place of what everybody gave on an indicator.

    It is computed from the parts as they are shown, so that anybody can do it again: the points
    of such an indicator are its value times its weight, an axis is the sum of its points, the
    total the sum of the axes. Predikat and word follow by the tables of the scheme.
    KeyError for an indicator without a value, ValueError for a level outside 1 to 5 or a score
    without a total.
    """
    if score.total is None:
        raise ValueError("nothing to adjust without a total")
    known = {part.key for axis in score.axes for part in axis.indicators}
    for key, level in levels.items():
        if key not in known:
            raise KeyError(key)
        if level not in LEVELS:
            raise ValueError(f"no level {level}")
    axes = tuple(_axis(axis, levels, scheme) for axis in score.axes)
    total = sum((axis.points for axis in axes), Decimal())
    predikat = scheme.quadrant.of(*(axis.expectation for axis in axes))
    word = scheme.number_words.of(total, innovated=False)
    return replace(score, axes=axes, total=total, predikat=predikat, word=word)


def _axis(axis: AxisPart, levels: Mapping[str, int], scheme: Scheme) -> AxisPart:
    if not any(part.key in levels for part in axis.indicators):
        return axis
    parts = [_part(part, levels) for part in axis.indicators]
    value = sum((part.axis_points for part in parts), Decimal())
    points = half_up(Fraction(value) * Fraction(axis.weight) / 100)
    exact = [Fraction(part.axis_points) * Fraction(axis.weight) / 100 for part in parts]
    shares = apportion(exact, points)
    placed = tuple(replace(one, points=share) for one, share in zip(parts, shares, strict=True))
    met, above = scheme.thresholds.met, scheme.thresholds.above
    expectation = expectation_of(value, met, above)
    return replace(axis, value=value, points=points, expectation=expectation, indicators=placed)


def _part(part: IndicatorPart, levels: Mapping[str, int]) -> IndicatorPart:
    if part.key not in levels:
        return part
    value = Decimal(value_of(levels[part.key]))
    inside = half_up(Fraction(value) * Fraction(part.weight) / 100)
    weights = [Fraction(group.weight) * Fraction(value) / 100 for group in part.groups]
    points = apportion(weights, value)
    groups = tuple(
        replace(group, value=value, points=share)
        for group, share in zip(part.groups, points, strict=True)
    )
    return replace(part, value=value, axis_points=inside, groups=groups)


def follows(verdict: View | None, before: Decimal, after: Decimal) -> bool:
    """Whether a change goes the way that the team's views point."""
    return (verdict is View.HIGH and after < before) or (verdict is View.LOW and after > before)


def against(signer: int, person: int, proposer: int, raters: frozenset[int]) -> Against | None:
    """Why this person may not sign, whatever roles are held; None when nothing forbids it."""
    if signer == person:
        return Against.PERSON
    if signer == proposer:
        return Against.PROPOSED
    return Against.RATED if signer in raters else None


def write_levels(levels: Mapping[str, int]) -> str:
    """`produktivitas=3,inovasi=2`, in the order of the alphabet."""
    return ",".join(f"{key}={level}" for key, level in sorted(levels.items()))


def read_levels(written: str) -> dict[str, int]:
    pairs = (one.partition("=") for one in written.split(",") if one)
    return {key: int(level) for key, _, level in pairs}
