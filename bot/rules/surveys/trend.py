"""Whether an index has moved, or only seems to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.rules.numbers import half_up
from bot.rules.surveys.grades import Weight
from bot.rules.surveys.index import exact_index
from bot.rules.surveys.samples import standard_error, student
from bot.rules.surveys.tallies import Tally


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    UNSURE = "unsure"  # within what chance alone would do


@dataclass(frozen=True, slots=True)
class Change:
    """`points` from one survey to the next; `margin` is what chance alone would do."""

    points: Decimal
    margin: Decimal
    direction: Direction


def change(before: Tally, after: Tally, weight: Weight = Weight.EXACT) -> Change | None:
    """From one survey to the next, tested at 95 percent; None where either has no two answers.

    Welch's test with the smaller survey's degrees of freedom, which never claims too much.
    """
    was, now = exact_index(before, weight), exact_index(after, weight)
    if was is None or now is None or min(before.count, after.count) < 2:
        return None
    errors = (standard_error(before, weight=weight), standard_error(after, weight=weight))
    both = sum((one * one for one in errors), Decimal(0)).sqrt()
    margin = both * student(min(before.count, after.count) - 1)
    moved = now - was
    exact = Decimal(moved.numerator) / moved.denominator
    sure = abs(exact) > margin and margin > 0
    direction = Direction.UNSURE
    if sure:
        direction = Direction.UP if exact > 0 else Direction.DOWN
    return Change(half_up(moved), half_up(margin), direction)
