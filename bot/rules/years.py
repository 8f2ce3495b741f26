"""The year from its quarters: rolled up as the scheme says, a missing quarter never a zero."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import apportion, half_up
from bot.rules.predikat import Predikat, Word, expectation_of
from bot.rules.schemes import Axis, Scheme
from bot.rules.schemes.yearly import QUARTERS, Way, YearRules

__all__ = [
    "FORMULA",
    "QUARTERS",
    "Missing",
    "QuarterResult",
    "Way",
    "YearPart",
    "YearResult",
    "YearRules",
    "roll_up",
]

FORMULA = "2026.1"


class Missing(StrEnum):
    """Why a quarter has no result; only the first is still owed by somebody."""

    UNPUBLISHED = "unpublished"
    NOT_EMPLOYED = "not_employed"
    ON_LEAVE = "on_leave"
    UNRATED = "unrated"  # published, but an axis had no mark at all


@dataclass(frozen=True, slots=True)
class QuarterResult:
    """A quarter as published; `open_` while it still may be changed by an objection.

    ValueError without a day served.
    """

    number: int
    hasil_kerja: Decimal
    perilaku: Decimal
    total: Decimal
    days: int
    open_: bool = False

    def __post_init__(self) -> None:
        if self.number not in QUARTERS or self.days < 1:
            raise ValueError("a quarter is 1 to 4 and has days")


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter's share: `weight` adds up to 100.00, `points` to the total of the year.

    A quarter that the way of rolling up leaves aside has weight and points zero.
    """

    number: int
    hasil_kerja: Decimal
    perilaku: Decimal
    total: Decimal
    weight: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class YearResult:
    """A proposal that a person signs. Without enough quarters the numbers and words are None.

    `missing` names every quarter without a result; `provisional` while one of them is still owed
    or a quarter that counts is still open.
    """

    formula: str
    parts: tuple[YearPart, ...]
    missing: Mapping[int, Missing]
    provisional: bool
    axes: Mapping[Axis, Decimal]
    total: Decimal | None = None
    predikat: Predikat | None = None
    word: Word | None = None


def roll_up(
    results: Sequence[QuarterResult],
    rules: YearRules,
    scheme: Scheme,
    *,
    missing: Mapping[int, Missing] | None = None,
    innovated: bool = False,
) -> YearResult:
    """The year's proposal from the published quarters, by formula 2026.1.

    Both axes and the total are means of the shown values of the quarters, rounded half up once;
    the weight of a missing quarter is shared by the others. The predikat comes from the axes by
    thresholds, quadrant and words of `scheme` as in a quarter; `innovated` is the condition of
    PP 30/2019 art. 41 in any quarter. A quarter without result and without a reason in `missing`
    counts as unpublished. PermenPANRB 6/2022 leaves the part of the periodic evaluations in the
    yearly one to the agency.
    ValueError for the same quarter twice, or one that is both there and missing.
    """
    quarters = {result.number: result for result in sorted(results, key=lambda r: r.number)}
    if len(quarters) < len(results) or quarters.keys() & (missing or {}).keys():
        raise ValueError("a quarter is there once or missing")
    absent = {
        number: (missing or {}).get(number, Missing.UNPUBLISHED)
        for number in QUARTERS
        if number not in quarters
    }
    owed = Missing.UNPUBLISHED in absent.values()
    weights = _weights(quarters, rules)
    if not rules.enough(quarters):
        return YearResult(FORMULA, (), absent, owed, {})
    open_ = any(quarters[number].open_ for number, weight in weights.items() if weight)
    total = _shown([(quarters[n].total, weight) for n, weight in weights.items()])
    axes = {
        Axis.HASIL_KERJA: _shown([(quarters[n].hasil_kerja, w) for n, w in weights.items()]),
        Axis.PERILAKU: _shown([(quarters[n].perilaku, w) for n, w in weights.items()]),
    }
    met, above = scheme.thresholds.met, scheme.thresholds.above
    sides = [expectation_of(value, met, above) for value in axes.values()]
    return YearResult(
        FORMULA,
        _parts(quarters, weights, total),
        absent,
        owed or open_,
        axes,
        total,
        scheme.quadrant.of(*sides),
        scheme.number_words.of(total, innovated=innovated),
    )


def _weights(quarters: Mapping[int, QuarterResult], rules: YearRules) -> dict[int, Fraction]:
    if rules.way is Way.LAST:
        return {number: Fraction(number == max(quarters)) for number in quarters}
    if rules.way is Way.DAYS:
        return {number: Fraction(result.days) for number, result in quarters.items()}
    return {number: Fraction(rules.weights[number - 1]) for number in quarters}


def _shown(weighted: Sequence[tuple[Decimal, Fraction]]) -> Decimal:
    total = sum((weight for _, weight in weighted), Fraction())
    return half_up(sum((Fraction(v) * weight for v, weight in weighted), Fraction()) / total)


def _parts(
    quarters: Mapping[int, QuarterResult], weights: Mapping[int, Fraction], total: Decimal
) -> tuple[YearPart, ...]:
    whole, counted = sum(weights.values()), [quarters[number] for number in weights]
    exact = [
        Fraction(one.total) * weight / whole
        for one, weight in zip(counted, weights.values(), strict=True)
    ]
    shares = apportion([weight * 100 / whole for weight in weights.values()], Decimal(100))
    points = apportion(exact, total)
    return tuple(
        YearPart(one.number, one.hasil_kerja, one.perilaku, one.total, share, point)
        for one, share, point in zip(counted, shares, points, strict=True)
    )
