"""Days off of a year as the office puts them in, and what changes by it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.roster import Fault, Row
from bot.rules.trainings.catalogue import day_of

COLUMNS = ("tanggal", "jenis", "keterangan")
NATIONAL, SHARED = "libur nasional", "cuti bersama"
FASTING_FROM, FASTING_UNTIL = "awal puasa", "akhir puasa"
KINDS = (NATIONAL, SHARED, FASTING_FROM, FASTING_UNTIL)
FEWEST, LONGEST_NAME = 10, 120
FASTING_LENGTHS = (29, 30)
END_OF_FASTING = re.compile(r"(hari raya )?idul ?fitri", re.IGNORECASE)
FASTING_DAYS = 30
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off by the joint decree of three ministers; `shared_leave` is cuti bersama.

    A name that ends in "(perkiraan)" awaits its decree or the sighting of the moon.
    """

    name: str
    shared_leave: bool = False


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """All days off of a year as they were put in, in order.

    `fasting`: first and last day of the fasting month that ends in it; None where it is reckoned.
    """

    year: int
    days: tuple[tuple[date, DayOff], ...]
    fasting: tuple[date, date] | None = None


Decreed = tuple[HolidayYear, ...]
"""Years that the office put in, each once; every other year is reckoned."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a day is before and after; None: an ordinary day."""

    day: date
    before: DayOff | None
    after: DayOff | None

    @property
    def moves_deadlines(self) -> bool:
        """Whether it becomes a working day or ceases to be one."""
        return (self.before is None) is not (self.after is None)


def read(rows: Sequence[Row]) -> tuple[HolidayYear | None, list[Fault]]:
    """The year that these rows tell, or every fault of every line; the year is the first row's."""
    faults: list[Fault] = []
    days: dict[date, DayOff] = {}
    ends: dict[str, date] = {}
    year = 0
    for row in rows:
        kind = " ".join(row["jenis"].casefold().split())
        day = day_of(row["tanggal"])
        if kind not in KINDS:
            faults.append(Fault(row.line, "jenis", "unknown_holiday", row["jenis"][:40]))
        if day is None:
            faults.append(Fault(row.line, "tanggal", "not_a_day"))
        if day is None or kind not in KINDS:
            continue
        if kind in (FASTING_FROM, FASTING_UNTIL):
            ends[kind] = day
            continue
        year = year or day.year
        faults += _day_faults(row, day, year, days)
        days[day] = DayOff(row["keterangan"], kind == SHARED)
    if not faults and sum(not one.shared_leave for one in days.values()) < FEWEST:
        faults.append(Fault(rows[-1].line if rows else 1, "tanggal", "too_few_days", str(FEWEST)))
    fasting, wrong = _fasting(ends, year)
    faults += [Fault(1, "jenis", "fasting_days")] if wrong and not faults else []
    if faults:
        return None, sorted(faults, key=lambda one: one.line)
    return HolidayYear(year, tuple(sorted(days.items(), key=lambda one: one[0])), fasting), []


def _day_faults(row: Row, day: date, year: int, there: Mapping[date, DayOff]) -> list[Fault]:
    found = []
    if day.year != year:
        found.append(Fault(row.line, "tanggal", "other_year", str(year)))
    if day in there:
        found.append(Fault(row.line, "tanggal", "day_twice"))
    if not row["keterangan"]:
        found.append(Fault(row.line, "keterangan", "empty"))
    elif len(row["keterangan"]) > LONGEST_NAME:
        found.append(Fault(row.line, "keterangan", "too_long"))
    return found


def _fasting(ends: Mapping[str, date], year: int) -> tuple[tuple[date, date] | None, bool]:
    if not ends:
        return None, False
    first, last = ends.get(FASTING_FROM), ends.get(FASTING_UNTIL)
    if first is None or last is None or not fits(first, last, year):
        return None, True
    return (first, last), False


def fits(first: date, last: date, year: int) -> bool:
    """Whether these may be the ends of the fasting month that ends in that year."""
    return last.year == year and (last - first).days + 1 in FASTING_LENGTHS


def changes(before: Mapping[date, DayOff], after: Mapping[date, DayOff]) -> list[Change]:
    """Every day that is not the same, in order."""
    return [
        Change(day, before.get(day), after.get(day))
        for day in sorted(before.keys() | after.keys())
        if before.get(day) != after.get(day)
    ]


def reckoned_fasting(days: Mapping[date, DayOff]) -> list[tuple[date, date]]:
    """First and last days of the fasting months before each Idul Fitri among these days off.

    The thirty days before the feast: in a month of 29 days the day before the first counts too,
    which keeps an office quiet two hours longer and nothing else.
    """
    feasts = [
        day for day, one in days.items() if not one.shared_leave and END_OF_FASTING.match(one.name)
    ]
    firsts = [day for day in sorted(feasts) if day - _DAY not in feasts]
    return [(feast - timedelta(FASTING_DAYS), feast - _DAY) for feast in firsts]
