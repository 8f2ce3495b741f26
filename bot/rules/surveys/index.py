"""The index: means of the elements, weighed, times 25; exact, and rounded once at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import Number, half_up
from bot.rules.surveys.grades import NINE, Grade, Regulation, Weight
from bot.rules.surveys.tallies import Tally

SCALE = 25


@dataclass(frozen=True, slots=True)
class ElementFigure:
    """`mean` is NRR from 1 to 4, `index` the same times 25, graded by the same table."""

    key: str
    mean: Decimal
    index: Decimal
    grade: Grade


@dataclass(frozen=True, slots=True)
class Figure:
    """An index as it may be published: with its grade, setting, table and number of answers."""

    index: Decimal
    grade: Grade
    count: int
    weight: Weight
    regulation: str
    elements: tuple[ElementFigure, ...]

    @property
    def lowest(self) -> ElementFigure:
        """The element with the lowest mean; of equals the first of the regulation."""
        return min(self.elements, key=lambda one: one.mean)

    @property
    def highest(self) -> ElementFigure:
        return max(self.elements, key=lambda one: one.mean)


def exact_index(
    tally: Tally, weight: Weight = Weight.EXACT, by: Regulation = NINE
) -> Fraction | None:
    """The unrounded index; None without answers."""
    if not tally.count:
        return None
    return Fraction(tally.total, tally.count) * by.share(weight) * SCALE


def figure(tally: Tally, weight: Weight = Weight.EXACT, by: Regulation = NINE) -> Figure | None:
    """The index of these answers, half up to hundredths; None without answers."""
    exact = exact_index(tally, weight, by)
    if exact is None:
        return None
    elements = tuple(_element(key, tally.mean(at), by) for at, key in enumerate(by.elements))
    index = half_up(exact)
    return Figure(index, by.grade(index), tally.count, weight, by.key, elements)


def index_of_means(
    means: Sequence[Number], weight: Weight = Weight.EXACT, by: Regulation = NINE
) -> Decimal:
    """The index of means as a report prints them, for checking old ones; ValueError unless there
    is one for each element."""
    if len(means) != len(by.elements):
        raise ValueError(f"{by.key} asks {len(by.elements)} elements")
    return half_up(sum((Fraction(one) for one in means), Fraction()) * by.share(weight) * SCALE)


def _element(key: str, mean: Fraction, by: Regulation) -> ElementFigure:
    index = half_up(mean * SCALE)
    return ElementFigure(key, half_up(mean, 3), index, by.grade(index))
