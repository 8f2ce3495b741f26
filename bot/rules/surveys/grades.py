"""Both tables of grades, each with its elements, its weights and its days in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import Number, half_up
from bot.rules.surveys.elements import ELEMENTS, OLD_ELEMENTS


class Grade(StrEnum):
    """Service quality, best first."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Weight(StrEnum):
    """What one element weighs: exact, or rounded as older reports have it.

    It changes the published number, and at 3.55 the grade: every figure says by which it was made.
    """

    EXACT = "exact"
    THREE_DECIMALS = "0.111"
    TWO_DECIMALS = "0.11"
    OLD = "0.071"


@dataclass(frozen=True, slots=True)
class Regulation:
    """`since` is the first day in force, `until` the last; `limits`: where C, B and A begin."""

    key: str
    elements: tuple[str, ...]
    weights: tuple[Weight, ...]
    limits: tuple[Decimal, Decimal, Decimal]
    since: date
    until: date | None = None

    def grade(self, index: Number) -> Grade:
        """The grade of an index, rounded to hundredths first: the printed intervals have gaps."""
        shown = half_up(index)
        return (Grade.D, Grade.C, Grade.B, Grade.A)[sum(shown >= one for one in self.limits)]

    def share(self, weight: Weight) -> Fraction:
        """What one element weighs; ValueError for a setting that this table never had."""
        if weight not in self.weights:
            raise ValueError(f"{self.key} has no weight {weight}")
        return Fraction(1, len(self.elements)) if weight is Weight.EXACT else Fraction(weight)


NINE = Regulation(
    "2017",
    tuple(ELEMENTS),
    (Weight.EXACT, Weight.THREE_DECIMALS, Weight.TWO_DECIMALS),
    (Decimal("65.00"), Decimal("76.61"), Decimal("88.31")),
    date(2017, 5, 9),
)
"""PermenPANRB 14/2017, lampiran."""

FOURTEEN = Regulation(
    "2004",
    tuple(OLD_ELEMENTS),
    (Weight.OLD, Weight.EXACT),
    (Decimal("43.76"), Decimal("62.51"), Decimal("81.26")),
    date(2004, 2, 24),
    date(2017, 5, 8),
)
"""KEP/25/M.PAN/2/2004: a historic figure keeps its own table (75.77 was Baik, and would be C)."""
