"""What may be published, and what has to be said about what is not complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.periods import PeriodState
from bot.rules.stamps import stamp

RELEASED = (PeriodState.PUBLISHED, PeriodState.FINAL)


class Obstacle(StrEnum):
    """Why a quarter cannot be published at all."""

    NOT_RATED = "not_rated"
    COMPUTING = "computing"
    PUBLISHED = "published"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a quarter is: results there, people owed one who have none, days left to calibrate.

    `reason` is what the one who signs says about what is not complete; `computing` how many of
    how many results are computed from everybody, None once all are.
    `departing` units lie beside the pattern of distribution without a reason in writing,
    `explained` ones with one; `unset`: the organisation has no predikat to compare with.
    `adjusting`: adjustments of results that no head has decided on.
    """

    state: PeriodState
    complete: int
    missing: int
    calibrate_until: date
    today: date
    reason: str | None = None
    computing: tuple[int, int] | None = None
    departing: int = 0
    explained: int = 0
    unset: bool = False
    adjusting: int = 0

    @property
    def obstacle(self) -> Obstacle | None:
        if self.state in RELEASED:
            return Obstacle.PUBLISHED
        if self.state is not PeriodState.CALIBRATION:
            return Obstacle.NOT_RATED
        if self.computing and self.complete:
            return Obstacle.COMPUTING
        return None if self.complete else Obstacle.EMPTY

    @property
    def early(self) -> bool:
        """Whether the days of calibration are not over."""
        return self.today <= self.calibrate_until

    @property
    def wants_reason(self) -> bool:
        """With work left, before its time, or beside the pattern, only with a reason."""
        return bool(self.missing or self.departing or self.adjusting) or self.early

    @property
    def mark(self) -> str:
        """Of what the one who signs has seen: it dies with every change of it."""
        beside = (self.departing, self.adjusting)
        return stamp(self.complete, self.missing, self.early, *beside, self.reason)


FEWEST = 5


def too_small(people: Mapping[int, int], fewest: int = FEWEST) -> frozenset[int]:
    """Units whose numbers are told only together, so that no count points at a person.

    Those with fewer people than `fewest`, and the next smallest until together they are two units
    or more and as many people: what is left over from the total says no more than they do.
    """
    rising = sorted(people, key=lambda unit: (people[unit], unit))
    found: list[int] = []
    for unit in rising:
        together = sum(people[one] for one in found)
        enough = len(found) >= 2 and together >= fewest
        if people[unit] >= fewest and (not found or enough):
            break
        found.append(unit)
    return frozenset(found)


def supplement_wants_reason(published: date, objection_days: int, today: date) -> bool:
    """Whether it comes so late that everybody else's days to object are counted out."""
    return today > published + timedelta(objection_days)
