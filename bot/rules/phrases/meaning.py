"""What a phrase can mean."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.rules.quarters import Quarter


class Prefer(StrEnum):
    """Where to look when the phrase leaves the year, month or week open."""

    FUTURE = "future"
    PAST = "past"


class Zone(StrEnum):
    WIB = "wib"
    WITA = "wita"
    WIT = "wit"

    @property
    def offset(self) -> timedelta:
        return timedelta(hours={Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}[self])


class Doubt(StrEnum):
    """Why a phrase has several meanings."""

    SUNDAY_OR_WEEK = "sunday_or_week"
    WHICH_WEEK = "which_week"
    TODAY_OR_ANOTHER = "today_or_another"
    MORNING_OR_AFTERNOON = "morning_or_afternoon"
    WHICH_MIDNIGHT = "which_midnight"
    WEEKDAY_AND_DATE = "weekday_and_date"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A day, a time, both, a span (first and last day; its quarter if it is one), or a distance.

    `at` without `day`: the day is open. `after` counts from now. `zone` was said with the time.
    """

    day: date | None = None
    at: time | None = None
    after: timedelta | None = None
    span: tuple[date, date] | None = None
    quarter: Quarter | None = None
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The phrase has several meanings, the likelier first; ask."""

    doubt: Doubt
    choices: tuple[Phrase, ...]
