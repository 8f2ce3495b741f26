"""Thanks between colleagues: how many a week, and what looks like an arrangement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST, SHORTEST = 160, 10
RECIPROCAL = 3
RING = (3, 4)
"""In an honest office two rounds happen by chance, three do not."""


class Value(StrEnum):
    """The seven values of BerAKHLAK (SE MenPANRB 20/2021), by the keys of the scheme."""

    SERVICE = "berorientasi_pelayanan"
    ACCOUNTABLE = "akuntabel"
    COMPETENT = "kompeten"
    HARMONIOUS = "harmonis"
    LOYAL = "loyal"
    ADAPTIVE = "adaptif"
    COLLABORATIVE = "kolaboratif"


@dataclass(frozen=True, slots=True)
class ThanksRules:
    """Part of a scheme: how many thanks a person may give from Monday to Sunday."""

    weekly: int = 3


def week_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(day.weekday())


def left(rules: ThanksRules, given: int) -> int:
    """How many more this week."""
    return max(0, rules.weekly - given)


def pairs(given: Mapping[tuple[int, int], int]) -> list[tuple[int, int, int]]:
    """Two who thanked one another at least three times each way: both, and the fewer of both.

    `given` is how often who thanked whom, three times or more. The most first. To be looked at
    by a person; it proves nothing.
    """
    found = [
        (one, other, min(many, given.get((other, one), 0)))
        for (one, other), many in given.items()
        if one < other and min(many, given.get((other, one), 0)) >= RECIPROCAL
    ]
    return sorted(found, key=lambda row: (-row[2], row[0], row[1]))


def rings(given: Mapping[tuple[int, int], int]) -> list[tuple[int, ...]]:
    """Three or four who thanked one another in a circle three times round or more, smallest first.

    Each ring once, beginning with its smallest number; a ring that a smaller one within it
    explains is left out.
    """
    after: dict[int, list[int]] = {}
    for (one, other), many in sorted(given.items()):
        if many >= RECIPROCAL and one != other:
            after.setdefault(one, []).append(other)
    found = [
        ring for size in RING for first in sorted(after) for ring in _rings(after, first, size)
    ]
    return [one for one in found if not any(set(less) < set(one) for less in found)]


def _rings(after: dict[int, list[int]], first: int, size: int) -> list[tuple[int, ...]]:
    """Circles of so many that begin with their smallest number."""
    walks: list[tuple[int, ...]] = [(first,)]
    for _ in range(size - 1):
        walks = [
            (*walk, other)
            for walk in walks
            for other in after.get(walk[-1], ())
            if other > first and other not in walk
        ]
    return [walk for walk in walks if first in after.get(walk[-1], ())]
