"""Adjusted values beside the raw ones; nothing here replaces a value."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.severity.estimate import Rating, Severities


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One rating as given, and less what its rater gives above others; may leave 40 to 120."""

    rater: int
    ratee: int
    raw: Fraction
    adjusted: Fraction


@dataclass(frozen=True, slots=True)
class Sides:
    """One ratee's mean over the raters, as given and adjusted, to hundredths."""

    ratee: int
    raw: Decimal
    adjusted: Decimal
    raters: int


def adjust(ratings: Iterable[Rating], found: Severities) -> tuple[Adjusted, ...]:
    """Every rating less the estimate of its rater as shown; KeyError for an unknown rater."""
    return tuple(
        Adjusted(one.rater, one.ratee, value, value - Fraction(found.raters[one.rater].estimate))
        for one in sorted(ratings, key=lambda one: (one.ratee, one.rater))
        for value in [Fraction(one.value)]
    )


def side_by_side(ratings: Iterable[Rating], found: Severities) -> tuple[Sides, ...]:
    """Means per ratee, by key, over the ratings that are passed (say, superiors only)."""
    by_ratee: dict[int, list[Adjusted]] = defaultdict(list)
    for one in adjust(ratings, found):
        by_ratee[one.ratee].append(one)
    return tuple(
        Sides(
            ratee,
            half_up(sum((one.raw for one in own), Fraction()) / len(own)),
            half_up(sum((one.adjusted for one in own), Fraction()) / len(own)),
            len(own),
        )
        for ratee, own in sorted(by_ratee.items())
    )
