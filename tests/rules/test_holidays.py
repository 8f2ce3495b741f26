"""A year of days off as a file tells it: faults by line, what changes, the fasting month."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.holidays import (
    Change,
    DayOff,
    HolidayYear,
    changes,
    fits,
    read,
    reckoned_fasting,
)
from bot.rules.roster import Fault, Row

NATIONAL = [
    (date(2027, 1, 1), "Tahun Baru 2027 Masehi"),
    (date(2027, 1, 5), "Isra Mikraj"),
    (date(2027, 2, 6), "Imlek"),
    (date(2027, 3, 8), "Nyepi"),
    (date(2027, 3, 10), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 11), "Idulfitri 1448 Hijriah"),
    (date(2027, 3, 26), "Wafat Yesus Kristus"),
    (date(2027, 5, 1), "Hari Buruh"),
    (date(2027, 5, 17), "Iduladha"),
    (date(2027, 8, 17), "Kemerdekaan"),
]


def row(line: int, day: str, kind: str, name: str = "Natal") -> Row:
    return Row(line, {"tanggal": day, "jenis": kind, "keterangan": name})


def whole() -> list[Row]:
    return [
        row(at, day.isoformat(), "Libur  Nasional", name)
        for at, (day, name) in enumerate(NATIONAL, 2)
    ]


def test_a_year_is_read_with_its_fasting_month() -> None:
    rows = [
        *whole(), row(12, "9/3/2027", "cuti bersama", "Cuti bersama Idulfitri"),
        row(13, "8/2/2027", "awal puasa", ""), row(14, "9/3/2027", "AKHIR PUASA", ""),
    ]  # fmt: skip
    found, faults = read(rows)
    assert faults == []
    assert found is not None
    assert (found.year, len(found.days)) == (2027, 11)
    assert found.fasting == (date(2027, 2, 8), date(2027, 3, 9))
    assert dict(found.days)[date(2027, 3, 9)] == DayOff("Cuti bersama Idulfitri", True)
    assert [day for day, _ in found.days] == sorted(day for day, _ in found.days)


@pytest.mark.parametrize(
    ("extra", "fault"),
    [
        (row(12, "31/2/2027", "libur nasional"), Fault(12, "tanggal", "not_a_day")),
        (row(12, "25/12/2026", "libur nasional"), Fault(12, "tanggal", "other_year", "2027")),
        (row(12, "17/8/2027", "cuti bersama"), Fault(12, "tanggal", "day_twice")),
        (row(12, "25/12/2027", "libur", "Natal"), Fault(12, "jenis", "unknown_holiday", "libur")),
        (row(12, "25/12/2027", "libur nasional", ""), Fault(12, "keterangan", "empty")),
        (row(12, "25/12/2027", "libur nasional", "x" * 121), Fault(12, "keterangan", "too_long")),
        (row(12, "8/2/2027", "awal puasa", ""), Fault(1, "jenis", "fasting_days")),
    ],
)
def test_every_fault_has_its_line_and_nothing_is_read(extra: Row, fault: Fault) -> None:
    assert read([*whole(), extra]) == (None, [fault])


def test_a_list_that_is_too_short_is_not_a_year() -> None:
    assert read(whole()[:9]) == (None, [Fault(10, "tanggal", "too_few_days", "10")])


def test_a_fasting_month_of_another_length_or_year_is_refused() -> None:
    assert fits(date(2027, 2, 8), date(2027, 3, 9), 2027)
    assert fits(date(2027, 2, 8), date(2027, 3, 8), 2027)
    assert not fits(date(2027, 2, 8), date(2027, 3, 10), 2027)
    assert not fits(date(2027, 3, 9), date(2027, 2, 8), 2027)
    assert fits(date(2030, 12, 27), date(2031, 1, 24), 2031), "it may begin the year before"
    assert not fits(date(2026, 2, 19), date(2026, 3, 20), 2027)


def test_what_changes_says_whether_a_deadline_may_move() -> None:
    christmas, renamed = DayOff("Natal"), DayOff("Kelahiran Yesus Kristus")
    day = date(2027, 12, 25)
    assert changes({day: christmas}, {day: christmas}) == []
    [one] = changes({day: christmas}, {day: renamed})
    assert (one, one.moves_deadlines) == (Change(day, christmas, renamed), False)
    gone, new = changes({day: christmas}, {date(2027, 12, 27): DayOff("Cuti bersama", True)})
    assert (gone.after, gone.moves_deadlines, new.before, new.moves_deadlines) == (
        None, True, None, True,
    )  # fmt: skip


def test_the_month_is_reckoned_from_the_first_day_of_the_feast_however_it_is_spelt() -> None:
    found, _ = read(whole())
    assert isinstance(found, HolidayYear)
    assert reckoned_fasting(dict(found.days)) == [(date(2027, 2, 8), date(2027, 3, 9))]
    shared = {date(2027, 3, 12): DayOff("Idul Fitri", shared_leave=True)}
    assert reckoned_fasting(shared) == [], "cuti bersama is not the feast"
