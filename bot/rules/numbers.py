"""Numbers as people read them: exact until shown, rounded half up, parts that add up."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction | int


def half_up(value: Number, places: int = 2) -> Decimal:
    """`value` with exactly `places` decimals, halves away from zero; TypeError for floats."""
    if not isinstance(value, Decimal | Fraction | int):
        raise TypeError(f"exact number expected, not {type(value).__name__}")
    scaled = Fraction(value) * 10**places
    units = int(abs(scaled) + Fraction(1, 2))
    return _decimal(-units if scaled < 0 else units, places)


def apportion(parts: Sequence[Number], total: Decimal, places: int = 2) -> tuple[Decimal, ...]:
    """The parts rounded so that they add up to `total` to the last decimal.

    Largest remainder: every part is cut down to `places` decimals, then the units still missing
    go one each to the parts that lost most; of equal losses the earlier part wins. So no part
    moves by a whole unit when `total` is the rounded sum. `total` has at most `places` decimals.
    """
    scaled = [Fraction(part) * 10**places for part in parts]
    floors = [value.__floor__() for value in scaled]
    missing = int(Fraction(total) * 10**places) - sum(floors)
    if not 0 <= missing <= len(floors):
        raise ValueError("the parts do not belong to this total")
    by_loss = sorted(range(len(floors)), key=lambda i: (floors[i] - scaled[i], i))
    for i in by_loss[:missing]:
        floors[i] += 1
    return tuple(_decimal(units, places) for units in floors)


def _decimal(units: int, places: int) -> Decimal:
    digits = tuple(int(digit) for digit in str(abs(units)))
    return Decimal((int(units < 0), digits, -places))
