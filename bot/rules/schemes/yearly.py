"""Part of a scheme: how quarters become a year, and who judges it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

QUARTERS = (1, 2, 3, 4)


class Way(StrEnum):
    """How quarters become a year."""

    MEAN = "mean"  # by the weights of the scheme, equal by default
    DAYS = "days"  # by days served in each quarter
    LAST = "last"  # the last quarter that there is stands for the year


class Judge(StrEnum):
    """Who judges the yearly report that employee and superior have signed."""

    SUPERIOR = "superior"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class YearRules:
    """Part of a scheme. `weights` are those of quarters 1 to 4 for `Way.MEAN`, none negative.

    `fewest`: with fewer quarters there is no result, only the list of what is missing. ValueError
    for weights that are not four, or are nothing together, and for `fewest` outside 1 to 4.
    """

    way: Way = Way.MEAN
    weights: tuple[Decimal, ...] = (Decimal(25),) * 4
    fewest: int = 1
    judge: Judge = Judge.SUPERIOR

    def __post_init__(self) -> None:
        if len(self.weights) != len(QUARTERS) or min(self.weights) < 0 or not sum(self.weights):
            raise ValueError("a year has four weights, none negative, not all zero")
        if self.fewest not in QUARTERS:
            raise ValueError("from one to four quarters make a year")
