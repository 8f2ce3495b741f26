"""Results that the team should look at first, and why; nothing follows from it by itself."""

from collections.abc import Iterable, Mapping
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
    """One person: the total, and the means of superior and team on what both rate, if any.

    `adjusted` is the superior's less the severity of the superior.
    """

    person: int
    total: Decimal
    superior: Decimal | None = None
    team: Decimal | None = None
    adjusted: Decimal | None = None


def signs(
    standings: Iterable[Standing], met: Decimal, above: Decimal
) -> Mapping[int, tuple[Sign, ...]]:
    """By person, in the order of `Sign`; people without one are absent.

    Far: by the median and the median distance from it, which a few extremes cannot move; said
    only of eight people or more who are not all alike.
    """
    those = list(standings)
    middle, width = _middle([one.total for one in those])
    found: dict[int, tuple[Sign, ...]] = {}
    for one in those:
        own = []
        if None not in (one.superior, one.team) and _distance(one) >= SPLIT:
            own.append(Sign.SPLIT)
        if None not in (one.superior, one.adjusted) and _moves(one, met, above):
            own.append(Sign.SHIFT)
        if width and _NORMAL * abs(one.total - middle) > FAR * width:
            own.append(Sign.FAR)
        if own:
            found[one.person] = tuple(own)
    return found


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
