"""National holidays and cuti bersama, and the working calendar they make.

Asked for by name, the library would load every country in the middle of the first transaction
that counts working days; here it does so when the program starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays.countries.indonesia import Indonesia

from bot.rules.workdays import WorkCalendar

LANGUAGE = "id"
PUBLIC, LEAVE = "public", "government"
END_OF_FASTING = "Hari Raya Idul Fitri"
FASTING_DAYS = 30


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off by the joint decree of three ministers; `shared_leave` is cuti bersama.

    A name that ends in "(perkiraan)" awaits its decree or the sighting of the moon.
    """

    name: str
    shared_leave: bool = False


def calendar_for(days_per_week: int, years: Iterable[int]) -> WorkCalendar:
    """The calendar of a unit that works five or six days a week, right within these years."""
    return _calendar(days_per_week, tuple(sorted(set(years))))


def calendar_around(days_per_week: int, day: date) -> WorkCalendar:
    """The calendar of the year of `day`, of the one before and of the two that follow."""
    return calendar_for(days_per_week, range(day.year - 1, day.year + 3))


def holiday(day: date) -> Holiday | None:
    """What is celebrated that day; a national holiday goes before cuti bersama."""
    return _year(day.year).get(day)


def holiday_name(day: date) -> str | None:
    """The name in Indonesian, None for an ordinary day (Saturdays and Sundays are ordinary)."""
    found = holiday(day)
    return found.name if found else None


@cache
def _calendar(days_per_week: int, years: tuple[int, ...]) -> WorkCalendar:
    off = frozenset(day for year in years for day in _year(year))
    return WorkCalendar(days_per_week, off, frozenset(d for year in years for d in fasting(year)))


@cache
def fasting(year: int) -> tuple[date, ...]:
    """The days of the fasting month that ends in a year, two months in 2033; in order.

    The thirty days before Idul Fitri as the joint decree names it: in a month of 29 days the day
    before the first counts too, which keeps an office quiet two hours longer and nothing else.
    """
    feasts = [day for day, one in _year(year).items() if one.name.startswith(END_OF_FASTING)]
    days = range(FASTING_DAYS, 0, -1)
    return tuple(feast - timedelta(n) for feast in sorted(feasts) for n in days)


@cache
def _year(year: int) -> dict[date, Holiday]:
    return _listed(year, LEAVE) | _listed(year, PUBLIC)


def _listed(year: int, category: str) -> dict[date, Holiday]:
    found = Indonesia(years=year, expand=False, language=LANGUAGE, categories=(category,))
    return {day: Holiday(name, category == LEAVE) for day, name in found.items()}
