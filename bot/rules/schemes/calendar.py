"""The calendar of a period, as distances from its quarter."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.quarters import Quarter


@dataclass(frozen=True, slots=True)
class PeriodCalendar:
    """Part of a scheme: days after the first day (`opens`) or after the last day of the quarter.

    Each is the last day of its step; publication is the day itself. `proposals`: the last day on
    which colleagues are proposed, with the reports where nothing is said.
    """

    opens: int = 0
    proposals: int | None = None
    submission: int = 5
    rating: int = 12
    calibration: int = 19
    publication: int = 24


@dataclass(frozen=True, slots=True)
class Milestones:
    """The same as days of one quarter."""

    opens: date
    submission_until: date
    rating_until: date
    calibration_until: date
    published: date


def proposals_until(quarter: Quarter, calendar: PeriodCalendar) -> date:
    """The last day on which colleagues are proposed; the draw begins when it is over."""
    days = calendar.submission if calendar.proposals is None else calendar.proposals
    return quarter.last_day + timedelta(days)


def period_of(quarter: Quarter, calendar: PeriodCalendar) -> Milestones:
    return Milestones(
        opens=quarter.first_day + timedelta(calendar.opens),
        submission_until=quarter.last_day + timedelta(calendar.submission),
        rating_until=quarter.last_day + timedelta(calendar.rating),
        calibration_until=quarter.last_day + timedelta(calendar.calibration),
        published=quarter.last_day + timedelta(calendar.publication),
    )
