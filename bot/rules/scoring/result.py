"""What a result is made of."""

from dataclasses import dataclass
from decimal import Decimal

from bot.rules.predikat import Expectation, Predikat, Word
from bot.rules.schemes import LEVELS, Axis, Source


@dataclass(frozen=True, slots=True)
class Mark:
    """A level given by one rater; `days` served under that rater weigh it within its group."""

    group: Source
    level: int
    days: int = 1

    def __post_init__(self) -> None:
        if self.level not in LEVELS or self.days < 1:
            raise ValueError("a level is 1 to 5 and days are at least 1")


@dataclass(frozen=True, slots=True)
class GroupPart:
    """`value` is the group's mean; `points` add up to the value of the indicator."""

    group: Source
    marks: int
    value: Decimal
    weight: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """`axis_points` add up to the axis value, `points` to the axis's share of the total.

    `weight` is in force: shares of indicators without marks are spread over the others.
    """

    key: str
    value: Decimal
    weight: Decimal
    axis_points: Decimal
    points: Decimal
    groups: tuple[GroupPart, ...]


@dataclass(frozen=True, slots=True)
class AxisPart:
    """`points` of both axes add up to the total. The expectation follows the shown value."""

    axis: Axis
    value: Decimal
    weight: Decimal
    points: Decimal
    expectation: Expectation
    indicators: tuple[IndicatorPart, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A proposal that a person signs. `left_out` are the keys of indicators without any mark.

    With an axis wholly without marks there is no total, no predikat and no word.
    """

    formula: str
    axes: tuple[AxisPart, ...]
    left_out: tuple[str, ...]
    total: Decimal | None = None
    predikat: Predikat | None = None
    word: Word | None = None

    def axis(self, axis: Axis) -> AxisPart | None:
        return next((part for part in self.axes if part.axis is axis), None)


def value_of(level: int) -> int:
    """40 to 120; 4 is as expected. ValueError outside 1 to 5."""
    if level not in LEVELS:
        raise ValueError(f"no level {level}")
    return 20 + 20 * level
