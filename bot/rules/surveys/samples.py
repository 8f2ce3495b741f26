"""How many answers are enough (Krejcie and Morgan), and how far an index may be off."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.surveys.grades import NINE, Regulation, Weight
from bot.rules.surveys.index import SCALE, exact_index
from bot.rules.surveys.tallies import Tally

CHI_SQUARE, PROPORTION, ERROR = Fraction(3841, 1000), Fraction(1, 2), Fraction(5, 100)

_TABLE = (
    "12.706 4.303 3.182 2.776 2.571 2.447 2.365 2.306 2.262 2.228 2.201 2.179 2.160 2.145 2.131 "
    "2.120 2.110 2.101 2.093 2.086 2.080 2.074 2.069 2.064 2.060 2.056 2.052 2.048 2.045 2.042"
)
STUDENT = tuple(map(Decimal, _TABLE.split()))
"""Student's t for 95 percent, two-sided, by 1 to 30 degrees of freedom."""
FURTHER = ((41, "2.042"), (61, "2.021"), (121, "2.000"))
"""Above 30, the next lower tabulated value until that many degrees of freedom; then 1.980."""
LARGE = "1.980"


def sample_size(population: int) -> int:
    """How many of so many users must be asked: the table of Krejcie and Morgan, by its formula.

    Rounded to the nearest; ValueError for a negative number.
    """
    if population < 0:
        raise ValueError("nobody is served by fewer than nobody")
    spread = CHI_SQUARE * PROPORTION * (1 - PROPORTION)
    if population == 0:
        return 0
    return int(half_up(spread * population / (ERROR**2 * (population - 1) + spread), 0))


@dataclass(frozen=True, slots=True)
class Sample:
    """Whether enough answered; `needed` and `population` are None where nobody said how many
    users there are."""

    count: int
    population: int | None
    needed: int | None

    @property
    def enough(self) -> bool | None:
        return None if self.needed is None else self.count >= self.needed

    @property
    def missing(self) -> int:
        return max(0, (self.needed or 0) - self.count)


def sample(count: int, population: int | None) -> Sample:
    """Held against the users that a unit has stated; never fewer than have answered."""
    if population is None:
        return Sample(count, None, None)
    users = max(population, count)
    return Sample(count, users, sample_size(users))


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which indices the true one lies with 95 percent confidence; `half` the distance."""

    low: Decimal
    high: Decimal
    half: Decimal


def interval(
    tally: Tally,
    population: int | None = None,
    weight: Weight = Weight.EXACT,
    by: Regulation = NINE,
) -> Interval | None:
    """95 percent by Student's t over each answer's own index, with the finite population
    correction where the number of users is known; cut at the ends of the scale.

    None for fewer than two answers, or where all are alike: then nothing tells how far it is off.
    """
    exact = exact_index(tally, weight, by)
    if exact is None or tally.count < 2 or not tally.squares * tally.count - tally.total**2:
        return None
    factor = by.share(weight) * SCALE
    error = standard_error(tally, population, weight, by) * student(tally.count - 1)
    middle = Decimal(exact.numerator) / exact.denominator
    least, most = (Decimal(edge.numerator) / edge.denominator for edge in _edges(factor, by))
    low, high = max(least, middle - error), min(most, middle + error)
    return Interval(half_up(low), half_up(high), half_up(error))


def standard_error(
    tally: Tally,
    population: int | None = None,
    weight: Weight = Weight.EXACT,
    by: Regulation = NINE,
) -> Decimal:
    """Of the index, in points; 0 for fewer than two answers and for a census."""
    if tally.count < 2:
        return Decimal(0)
    squared = tally.variance() * (by.share(weight) * SCALE) ** 2 / tally.count
    if population is not None and population > 1:
        squared *= Fraction(max(0, population - tally.count), population - 1)
    return (Decimal(squared.numerator) / squared.denominator).sqrt()


def student(freedom: int) -> Decimal:
    """The two-sided 95 percent point; ValueError for no degree of freedom."""
    if freedom < 1:
        raise ValueError("two answers at least")
    if freedom <= len(STUDENT):
        return STUDENT[freedom - 1]
    return Decimal(next((value for below, value in FURTHER if freedom < below), LARGE))


def _edges(factor: Fraction, by: Regulation) -> tuple[Fraction, Fraction]:
    asked = len(by.elements)
    return asked * factor, 4 * asked * factor
