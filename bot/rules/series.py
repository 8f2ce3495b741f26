"""Forums that come again: every week, every other week, on the same weekday of each month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.workdays import WorkCalendar

FEWEST, MOST = 2, 12
LAST = 5
"""The fifth of a weekday in its month: read as the last one, for not every month has five."""


class Rhythm(StrEnum):
    """How often; `ONCE` is no series."""

    ONCE = ""
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


class DayOff(StrEnum):
    """What becomes of an occurrence that falls on a day off."""

    KEEP = "keep"
    SHIFT = "shift"  # to the next working day
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When it is held (None: left out), and the day on which the rhythm would have it."""

    planned: date
    start: datetime | None


def nth(day: date) -> int:
    """Which Monday (Tuesday ...) of its month a day is, from 1; 5 stands for the last."""
    return (day.day - 1) // 7 + 1


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th such weekday of a month; the last one for 5.

    >>> nth_weekday(2026, 12, 0, 1)
    datetime.date(2026, 12, 7)
    """
    if number >= LAST:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def days(first: date, rhythm: Rhythm, times: int) -> list[date]:
    """The days of a rhythm, `first` among them; ValueError for a number out of reach."""
    if rhythm is Rhythm.ONCE:
        return [first]
    if not FEWEST <= times <= MOST:
        raise ValueError(f"a series has {FEWEST} to {MOST} occurrences")
    if rhythm is Rhythm.MONTHLY:
        months = [first.year * 12 + first.month - 1 + step for step in range(times)]
        which = nth(first)
        return [
            first if not step else nth_weekday(*_month(month), first.weekday(), which)
            for step, month in enumerate(months)
        ]
    weeks = 1 if rhythm is Rhythm.WEEKLY else 2
    return [first + timedelta(weeks=weeks * step) for step in range(times)]


def occurrences(
    start: datetime, rhythm: Rhythm, times: int, off: DayOff, calendar: WorkCalendar
) -> Sequence[Occurrence]:
    """All occurrences from `start` (aware, in the zone of the host), at the same local hour.

    The first is as its host chose it; of two that a shift would put on one day the later is left
    out.
    """
    found = [Occurrence(start.date(), start)]
    taken = {start.date()}
    for day in days(start.date(), rhythm, times)[1:]:
        held: date | None = day
        if off is not DayOff.KEEP and not calendar.is_workday(day):
            held = calendar.next_workday(day) if off is DayOff.SHIFT else None
        if held in taken:
            held = None
        if held is not None:
            taken.add(held)
        moment = datetime.combine(held, start.timetz()) if held else None
        found.append(Occurrence(day, moment))
    return found


def shifted(before: datetime, after: datetime, other: datetime) -> datetime:
    """Where `other` goes when `before` is moved to `after`: as many days on, at the same hour.

    All aware and in one zone.
    """
    moved = other.date() + (after.date() - before.date())
    return datetime.combine(moved, after.timetz())


def _month(month: int) -> tuple[int, int]:
    return month // 12, month % 12 + 1
