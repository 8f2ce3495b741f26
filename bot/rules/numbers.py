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
    return decimal(units_over(above, below, places), places)


def units_over(above: int, below: int, places: int = 2) -> int:
    """The same, counted in units of the last decimal."""
    units: int = (2 * abs(above) * 10**places + below) // (2 * below)
    return -units if above < 0 else units


def apportion(parts: Sequence[Number], total: Decimal, places: int = 2) -> tuple[Decimal, ...]:
    """The parts rounded so that they add up to `total` to the last decimal.

    Largest remainder: every part is cut down to `places` decimals, then the units still missing
    go one each to the parts that lost most; of equal losses the earlier part wins. So no part
    moves by a whole unit when `total` is the rounded sum. `total` has at most `places` decimals.
    """
    ratios = [part.as_integer_ratio() for part in parts]
    unit = lcm(*(below for _, below in ratios))
    above, below = total.as_integer_ratio()
    units = apportion_over(
        [above * (unit // below) for above, below in ratios],
        unit,
        above * 10**places // below,
        places,
    )
    return tuple([decimal(one, places) for one in units])


def apportion_over(parts: Sequence[int], unit: int, total: int, places: int = 2) -> list[int]:
    """The same of whole numbers of a common `unit`th, which takes a tenth of the time.

    `total` and what comes of the parts are counted in units of the last decimal.
    """
    scale = 10**places
    cut = [divmod(part * scale, unit) for part in parts]
    units = [whole for whole, _ in cut]
    missing = total - sum(units)
    if not 0 <= missing <= len(units):
        raise ValueError("the parts do not belong to this total")
    if missing:
        lost = [rest for _, rest in cut]  # turning a sort leaves equals in their order
        for at in sorted(range(len(lost)), key=lost.__getitem__, reverse=True)[:missing]:
            units[at] += 1
    return units


@lru_cache(maxsize=16384)  # a quarter's values lie between 0 and 120.00
def decimal(units: int, places: int = 2) -> Decimal:
    """So many units of the last decimal."""
    return Decimal(f"{units}E-{places}")
