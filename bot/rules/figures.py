"""Figures of planned results: what counts towards a target, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up

LARGEST = Decimal(10) ** 12


class Counting(StrEnum):
    """How amounts become a figure, and which way is better."""

    TOTAL_MORE = "total_more"
    LAST_MORE = "last_more"
    LAST_LESS = "last_less"
    TOTAL_LESS = "total_less"

    @property
    def sums(self) -> bool:
        """All amounts together; else the newest of them stands."""
        return self in (Counting.TOTAL_MORE, Counting.TOTAL_LESS)

    @property
    def less(self) -> bool:
        return self in (Counting.LAST_LESS, Counting.TOTAL_LESS)


def fits_target(target: Decimal, counting: Counting | None = None) -> bool:
    """Nothing to be reached is only a target where less is better."""
    more = counting is not None and not counting.less
    return 0 <= target < LARGEST and not (more and target == 0)


def fits_amount(amount: Decimal, counting: Counting) -> bool:
    """An amount that is summed up adds something; a figure may be nought."""
    return 0 <= amount < LARGEST and not (counting.sums and amount == 0)


@dataclass(frozen=True, slots=True)
class Amount:
    """What one achievement says of a planned result; `rated` when it was approved."""

    achievement: int
    done_on: date
    value: Decimal
    rated: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """`realised` of approved achievements, None without any; `waiting` of those not rated yet."""

    realised: Decimal | None
    waiting: Decimal | None
    percent: Decimal | None


def progress(counting: Counting, target: Decimal, amounts: Sequence[Amount]) -> Progress:
    """How far a planned result has come; the order of the amounts does not matter."""
    realised = _figure(counting, [one for one in amounts if one.rated])
    waiting = _figure(counting, [one for one in amounts if not one.rated])
    done = None if realised is None else percent(counting, target, realised)
    return Progress(realised, waiting, done)


def _figure(counting: Counting, amounts: Sequence[Amount]) -> Decimal | None:
    if not amounts:
        return None
    if counting.sums:
        return sum((one.value for one in amounts), Decimal(0))
    return max(amounts, key=lambda one: (one.done_on, one.achievement)).value


def percent(counting: Counting, target: Decimal, realised: Decimal) -> Decimal:
    """Realised of the target in percent, one decimal, not capped.

    Where less is better 2 - realised / target, not below nought, as performance contracts of
    ministries reckon a minimised indicator; of a target of nought all or nothing.
    """
    if target == 0:
        return half_up(100 if counting.less and realised == 0 else 0, 1)
    ratio = Fraction(realised) / Fraction(target)
    return half_up(max(Fraction(0), 2 - ratio if counting.less else ratio) * 100, 1)


def plain(number: Decimal) -> Decimal:
    """Without noughts behind the point and without an exponent: `12.50` is 12.5."""
    bare = number.normalize()
    exponent = bare.as_tuple().exponent
    assert isinstance(exponent, int)
    return bare.quantize(Decimal(1)) if exponent > 0 else bare
