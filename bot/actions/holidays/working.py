"""The working calendar by which this office counts: years it put in, the others reckoned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from bot.actions.holidays.calendar import calendar_around, calendar_for
from bot.actions.holidays.calendar import holiday_name as name_of
from bot.rules.workdays import WorkCalendar
from storage import holidays


def workdays_around(session: Session, days_per_week: int, day: date) -> WorkCalendar:
    """The calendar of the year of `day`, of the one before and of the two that follow."""
    return calendar_around(days_per_week, day, holidays.decreed(session))


def workdays_for(session: Session, days_per_week: int, years: Iterable[int]) -> WorkCalendar:
    """The calendar of a unit that works five or six days a week, right within these years."""
    return calendar_for(days_per_week, years, holidays.decreed(session))


def day_off_name(session: Session, day: date) -> str | None:
    """What is celebrated that day; None for an ordinary day."""
    return name_of(day, holidays.decreed(session))
