"""Points of everybody compared for one award, exact until they are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.awards.kinds import Weighing
from bot.rules.numbers import half_up

HIGHEST = Fraction(100)


@dataclass(frozen=True, slots=True)
class Points:
    """`parts` stand in the order of the criteria: what each gave before it was weighed.

    None where nothing is known; its weight is shared by the others.
    """

    total: Decimal
    parts: tuple[Decimal | None, ...]


def points(
    criteria: Sequence[Weighing], values: Mapping[str, Sequence[Decimal | None]]
) -> dict[str, Points]:
    """Points by person; `values` hold what each criterion found, None where it found nothing.

    Who has no value at all has no points. Where all are equal, spreading gives everybody 100:
    there is nothing to divide by. Always weighted means, never sums.
    """
    columns = [
        _column(one, {key: found[at] for key, found in values.items()})
        for at, one in enumerate(criteria)
    ]
    made = {key: [column.get(key) for column in columns] for key in values}
    return {key: _weighed(criteria, parts) for key, parts in made.items() if any_known(parts)}


def any_known(parts: Sequence[Fraction | None]) -> bool:
    return any(part is not None for part in parts)


def _column(one: Weighing, found: Mapping[str, Decimal | None]) -> dict[str, Fraction]:
    known = {key: Fraction(value) for key, value in found.items() if value is not None}
    if not one.drawn_apart or not known:
        return known
    least, most = min(known.values()), max(known.values())
    if least == most:
        return dict.fromkeys(known, HIGHEST)
    return {key: (value - least) / (most - least) * HIGHEST for key, value in known.items()}


def _weighed(criteria: Sequence[Weighing], parts: Sequence[Fraction | None]) -> Points:
    known = [
        (Fraction(one.weight), part)
        for one, part in zip(criteria, parts, strict=True)
        if part is not None
    ]
    whole = sum((weight for weight, _ in known), Fraction())
    total = sum((weight * part for weight, part in known), Fraction()) / whole
    shown = tuple(None if part is None else half_up(part) for part in parts)
    return Points(half_up(total), shown)
