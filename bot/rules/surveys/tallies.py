"""Answers as sums: all that index, interval and credibility need, and what adds up over services.

From sums by element nobody's answer can be read, and a database makes them in one statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Tally:
    """`count` answers; `sums` by element; `squares` of each answer's own total, added up."""

    count: int
    sums: tuple[int, ...]
    squares: int

    def __add__(self, other: Tally) -> Tally:
        if len(self.sums) != len(other.sums):
            raise ValueError("answers to different elements do not add up")
        sums = tuple(one + two for one, two in zip(self.sums, other.sums, strict=True))
        return Tally(self.count + other.count, sums, self.squares + other.squares)

    @property
    def total(self) -> int:
        return sum(self.sums)

    def mean(self, at: int) -> Fraction:
        """NRR: the mean of the element at this place. ZeroDivisionError without answers."""
        return Fraction(self.sums[at], self.count)

    def variance(self) -> Fraction:
        """Of the answers' own totals, by n - 1; 0 for fewer than two."""
        if self.count < 2:
            return Fraction(0)
        spread = Fraction(self.squares) - Fraction(self.total**2, self.count)
        return spread / (self.count - 1)


NONE = Tally(0, (0,) * len(ELEMENTS), 0)


def tally(answers: Iterable[Mapping[str, int]], elements: Sequence[str] = ELEMENTS) -> Tally:
    """The sums of raw answers by key. KeyError for one that lacks an element, ValueError for an
    answer that is not 1 to 4."""
    count, sums, squares = 0, [0] * len(elements), 0
    for answer in answers:
        given = [answer[one] for one in elements]
        if not all(LOWEST <= one <= HIGHEST for one in given):
            raise ValueError(f"an answer is {LOWEST} to {HIGHEST}")
        count += 1
        sums = [one + two for one, two in zip(sums, given, strict=True)]
        squares += sum(given) ** 2
    return Tally(count, tuple(sums), squares)


def together(tallies: Iterable[Tally]) -> Tally:
    """All of them as one; without any that of no answers."""
    found = NONE
    for number, one in enumerate(tallies):
        found = found + one if number else one
    return found
