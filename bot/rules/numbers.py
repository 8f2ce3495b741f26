"""Numbers as people read them: exact until shown, rounded half up, parts that add up."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

Number = Decimal | Fraction | int


def half_up(value: Number, places: int = 2) -> Decimal:
    """`value` with exactly `places` decimals, halves away from zero; TypeError for floats."""
    if not isinstance(value, Decimal | Fraction | int):
        raise TypeError(f"exact number expected, not {type(value).__name__}")
    return half_up_over(*value.as_integer_ratio(), places)


def half_up_over(above: int, below: int, places: int = 2) -> Decimal:
    """The same of a ratio of whole numbers, whether or not it is in lowest terms."""
    units = (2 * abs(above) * 10**places + below) // (2 * below)
    return _decimal(-units if above < 0 else units, places)


def apportion(parts: Sequence[Number], total: Decimal, places: int = 2) -> tuple[Decimal, ...]:
    """The parts rounded so that they add up to `total` to the last decimal.

    Largest remainder: every part is cut down to `places` decimals, then the units still missing
    go one each to the parts that lost most; of equal losses the earlier part wins. So no part
    moves by a whole unit when `total` is the rounded sum. `total` has at most `places` decimals.
    """
    ratios = [part.as_integer_ratio() for part in parts]
    unit = lcm(*(below for _, below in ratios))
    return apportion_over(
        [above * (unit // below) for above, below in ratios], unit, total, places
    )


def apportion_over(
    parts: Sequence[int], unit: int, total: Decimal, places: int = 2
) -> tuple[Decimal, ...]:
    """The same of whole numbers of a common `unit`th, which takes a tenth of the time."""
    cut = [divmod(part * 10**places, unit) for part in parts]
    floors = [units for units, _ in cut]
    above, below = total.as_integer_ratio()
    missing = above * 10**places // below - sum(floors)
    if not 0 <= missing <= len(floors):
        raise ValueError("the parts do not belong to this total")
    for i in sorted(range(len(cut)), key=lambda i: (-cut[i][1], i))[:missing]:
        floors[i] += 1
    return tuple(_decimal(units, places) for units in floors)


@lru_cache(maxsize=16384)  # a quarter's values lie between 0 and 120.00
def _decimal(units: int, places: int) -> Decimal:
    return Decimal(f"{units}E-{places}")
