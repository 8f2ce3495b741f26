"""The course of a period: which state its calendar asks for, and which calendars clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.quarters import Quarter
from bot.rules.schemes import Milestones


class PeriodState(StrEnum):
    """Rencana, berjalan, penilaian, kalibrasi, terbit, final; only ever forward."""

    PLANNED = "planned"
    OPEN = "open"
    RATING = "rating"
    CALIBRATION = "calibration"
    PUBLISHED = "published"
    FINAL = "final"


WORKING = (PeriodState.OPEN, PeriodState.RATING, PeriodState.CALIBRATION)
RATED = (PeriodState.CALIBRATION, PeriodState.PUBLISHED, PeriodState.FINAL)


@dataclass(frozen=True, slots=True)
class Days:
    """Today in the westernmost and in the easternmost zone of the agency: equal for most hours.

    Something opens when its day has begun for the first, and closes when it is over for the last.
    """

    last: date
    first: date


def state_asked(state: PeriodState, milestones: Milestones, today: Days) -> PeriodState:
    """Where the calendar wants a period to be; publication is a person's act, never a date's."""
    asked = PeriodState.PLANNED
    if today.first >= milestones.opens:
        asked = PeriodState.OPEN
    if today.last > milestones.submission_until:
        asked = PeriodState.RATING
    if today.last > milestones.rating_until:
        asked = PeriodState.CALIBRATION
    order = list(PeriodState)
    return max(state, asked, key=order.index)


def clashes(
    quarter: Quarter, milestones: Milestones, others: Iterable[tuple[Quarter, Milestones]]
) -> tuple[Quarter, ...]:
    """The periods that a new one may not stand beside.

    Those of the same quarter, and those whose steps would come out of order with it: every step
    of an earlier quarter ends before the same step of a later one.
    """
    return tuple(
        other
        for other, theirs in others
        if other == quarter
        or not all(
            (a < b) == (other < quarter) and a != b
            for a, b in zip(_steps(theirs), _steps(milestones), strict=True)
        )
    )


def _steps(milestones: Milestones) -> tuple[date, ...]:
    return (
        milestones.opens,
        milestones.submission_until,
        milestones.rating_until,
        milestones.calibration_until,
        milestones.published,
    )
