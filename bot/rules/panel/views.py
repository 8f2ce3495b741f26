"""Views of the evaluation team on one result: when they may be seen, and what they come to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class View(StrEnum):
    KEEP = "keep"
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many members hold each view."""

    keep: int = 0
    high: int = 0
    low: int = 0

    @property
    def given(self) -> int:
        return self.keep + self.high + self.low

    @property
    def gap(self) -> int:
        """From the lowest view to the highest: 0 when all are alike, 2 from one end to the oth"""
        held = [at for at, count in ((-1, self.low), (0, self.keep), (1, self.high)) if count]
        return max(held) - min(held) if held else 0

    @property
    def verdict(self) -> View | None:
        """What more than half hold; None when nothing is held by so many."""
        for view, count in ((View.KEEP, self.keep), (View.HIGH, self.high), (View.LOW, self.low)):
            if 2 * count > self.given:
                return view
        return None


def tally(views: Mapping[int, View], voters: Collection[int]) -> Tally:
    """The views of those who still may hold one."""
    held = [view for member, view in views.items() if member in voters]
    return Tally(*(held.count(view) for view in View))


def may_close(
    voters: Collection[int],
    given: Collection[int],
    quorum: int,
    due: date,
    today: date,
) -> bool:
    """Whether the views may be seen: all are in, or the days are over and `quorum` percent are.

    Nobody's view is shown alone against somebody who can still be swayed by it.
    """
    there = len(set(voters) & set(given))
    if not there:
        return False
    if there == len(set(voters)):
        return True
    return today > due and there * 100 >= quorum * len(set(voters))


def wants_second(found: Tally, gap: int, *, second: bool) -> bool:
    """Once more, unseen again but with the reasons of the first round, when they are `gap` apart.

    `gap` is the scheme's: 1 whenever they are not all alike, 2 only for too low beside too high.
    """
    return not second and found.gap >= gap
