"""Results that the team should look at first, and why; nothing follows from it by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

FEWEST = 8
FAR = Decimal("3.5")  # Iglewicz and Hoaglin 1993: modified z-score
_NORMAL = Decimal("0.6745")
SPLIT = Decimal(20)  # a whole level


class Sign(StrEnum):
    SPLIT = "split"  # superior and team are a level or more apart
    SHIFT = "shift"  # less the severity of its raters it would have another expectation
    FAR = "far"  # far from the middle of the scope


@dataclass(frozen=True, slots=True)
class Standing:
    """The means of superior and team on what both rate, if any.

    `adjusted` is the superior's less the severity of the superior.
    """

    superior: Decimal | None = None
    team: Decimal | None = None
    adjusted: Decimal | None = None


def apart(one: Standing, met: Decimal, above: Decimal) -> tuple[Sign, ...]:
    """What superior, team and severity say of one person."""
    found = []
    if None not in (one.superior, one.team) and _distance(one) >= SPLIT:
        found.append(Sign.SPLIT)
    if None not in (one.superior, one.adjusted) and _moves(one, met, above):
        found.append(Sign.SHIFT)
    return tuple(found)


def far(totals: Mapping[int, Decimal]) -> frozenset[int]:
    """Who is far from the middle of these totals.

    By the median and the median distance from it, which a few extremes cannot move; said only of
    eight people or more who are not all alike.
    """
    middle, width = _middle(list(totals.values()))
    return frozenset(
        person
        for person, total in totals.items()
        if width and _NORMAL * abs(total - middle) > FAR * width
    )


def _middle(totals: list[Decimal]) -> tuple[Decimal, Decimal]:
    if len(totals) < FEWEST:
        return Decimal(), Decimal()
    middle = median(totals)
    return middle, median(abs(one - middle) for one in totals)


def _distance(one: Standing) -> Decimal:
    return abs((one.superior or Decimal()) - (one.team or Decimal()))


def _moves(one: Standing, met: Decimal, above: Decimal) -> bool:
    raw, less = one.superior or Decimal(), one.adjusted or Decimal()
    return _side(raw, met, above) != _side(less, met, above)


def _side(value: Decimal, met: Decimal, above: Decimal) -> int:
    return (value >= met) + (value >= above)
