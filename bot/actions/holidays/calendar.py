"""National holidays and cuti bersama, and the working calendar they make.

Asked for by name, the library would load every country in the middle of the first transaction
that counts working days; here it does so when the program starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

from holidays.countries.indonesia import Indonesia

from bot.rules.holidays import DayOff, Decreed, reckoned_fasting
from bot.rules.workdays import WorkCalendar

LANGUAGE = "id"
PUBLIC, LEAVE = "public", "government"
RECKONED: Decreed = ()


def calendar_for(
    days_per_week: int, years: Iterable[int], decreed: Decreed = RECKONED
) -> WorkCalendar:
    """The calendar of a unit that works five or six days a week, right within these years."""
    return _calendar(days_per_week, tuple(sorted(set(years))), decreed)


def calendar_around(days_per_week: int, day: date, decreed: Decreed = RECKONED) -> WorkCalendar:
    """The calendar of the year of `day`, of the one before and of the two that follow."""
    return calendar_for(days_per_week, range(day.year - 1, day.year + 3), decreed)


def holiday(day: date, decreed: Decreed = RECKONED) -> DayOff | None:
    """What is celebrated that day; a national holiday goes before cuti bersama."""
    return days_off(day.year, decreed).get(day)


def holiday_name(day: date, decreed: Decreed = RECKONED) -> str | None:
    """The name in Indonesian, None for an ordinary day (Saturdays and Sundays are ordinary)."""
    found = holiday(day, decreed)
    return found.name if found else None


def days_off(year: int, decreed: Decreed = RECKONED) -> dict[date, DayOff]:
    """All of a year: as it was put in, else as the library knows it."""
    for one in decreed:
        if one.year == year:
            return dict(one.days)
    return _year(year)


def fasting(year: int, decreed: Decreed = RECKONED) -> tuple[date, ...]:
    """The days of the fasting month that ends in a year, two months in 2033; in order."""
    given = next((one.fasting for one in decreed if one.year == year), None)
    spans = [given] if given else reckoned_fasting(days_off(year, decreed))
    return tuple(
        first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)
    )


@lru_cache(200)
def _calendar(days_per_week: int, years: tuple[int, ...], decreed: Decreed) -> WorkCalendar:
    off = frozenset(day for year in years for day in days_off(year, decreed))
    quiet = frozenset(day for year in years for day in fasting(year, decreed))
    return WorkCalendar(days_per_week, off, quiet)


@cache
def _year(year: int) -> dict[date, DayOff]:
    return _listed(year, LEAVE) | _listed(year, PUBLIC)


def _listed(year: int, category: str) -> dict[date, DayOff]:
    found = Indonesia(years=year, expand=False, language=LANGUAGE, categories=(category,))
    return {day: DayOff(name, category == LEAVE) for day, name in found.items()}
