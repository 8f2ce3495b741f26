"""Part of a scheme: how quarters become a year, who judges it, and in how many days."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.rules.schemes.fault import FaultKind, SchemeFault

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

    `fewest`: with fewer quarters there is no result, only the list of what is missing. The
    employee has `writing_days` from the publication of the last quarter to write and sign, and
    whoever signs or judges next `signing_days`.
    """

    way: Way = Way.MEAN
    weights: tuple[Decimal, ...] = (Decimal(25),) * 4
    fewest: int = 1
    judge: Judge = Judge.SUPERIOR
    writing_days: int = 21
    signing_days: int = 14

    def counting(self) -> tuple[int, ...]:
        """The quarters of which one at least must be there: those that weigh anything."""
        if self.way is not Way.MEAN:
            return QUARTERS
        return tuple(n for n, weight in zip(QUARTERS, self.weights, strict=True) if weight)

    def enough(self, quarters: Collection[int]) -> bool:
        """Whether these quarters make a year."""
        return len(quarters) >= self.fewest and not set(quarters).isdisjoint(self.counting())


def year_faults(rules: YearRules) -> Iterator[SchemeFault]:
    """Everything that keeps the rules of a year from being used."""
    weights = rules.weights
    if len(weights) != len(QUARTERS) or min(weights) < 0 or not sum(weights):
        given = ", ".join(map(str, weights))
        yield SchemeFault(FaultKind.YEAR_WEIGHTS, "year.weights", given)
    ranges = (
        ("year.fewest", rules.fewest, 1, len(QUARTERS)),
        ("year.writing_days", rules.writing_days, 1, 60),
        ("year.signing_days", rules.signing_days, 1, 60),
    )
    for where, value, least, most in ranges:
        if not least <= value <= most:
            yield SchemeFault(FaultKind.OUT_OF_RANGE, where, f"{value}: {least}, {most}")
