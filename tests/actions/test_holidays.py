"""Days off against the joint decrees (SKB) of 2025 and 2026, and forecasts for 2027."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.actions.holidays import calendar_around, calendar_for, holiday, holiday_name

PUBLIC = {
    date(2025, 1, 1): "Tahun Baru Masehi",
    date(2025, 1, 29): "Tahun Baru Imlek",
    date(2025, 3, 31): "Hari Raya Idul Fitri",
    date(2025, 8, 17): "Hari Kemerdekaan Republik Indonesia",
    date(2025, 9, 5): "Maulid Nabi Muhammad",
    date(2026, 2, 17): "Tahun Baru Imlek",
    date(2026, 3, 19): "Hari Suci Nyepi",
    date(2026, 5, 27): "Hari Raya Idul Adha",
    date(2026, 6, 1): "Hari Lahir Pancasila",
    date(2026, 12, 25): "Hari Raya Natal",
    date(2027, 3, 8): "Hari Suci Nyepi",
    date(2027, 3, 10): "Hari Raya Idul Fitri (perkiraan)",
    date(2027, 5, 20): "Hari Raya Waisak",
}
SHARED_LEAVE = (
    date(2025, 1, 28),
    date(2025, 4, 7),
    date(2025, 12, 26),
    date(2026, 2, 16),
    date(2026, 3, 20),
    date(2026, 3, 24),
    date(2026, 5, 15),
    date(2026, 12, 24),
    date(2027, 12, 24),
)
ORDINARY = (date(2025, 1, 2), date(2026, 8, 12), date(2026, 12, 1), date(2027, 3, 16))


@pytest.mark.parametrize(("day", "name"), PUBLIC.items(), ids=str)
def test_national_holidays(day: date, name: str) -> None:
    found = holiday(day)
    assert found is not None
    assert (found.name, found.shared_leave) == (name, False)
    assert not calendar_for(6, [day.year]).is_workday(day)


@pytest.mark.parametrize("day", SHARED_LEAVE, ids=str)
def test_cuti_bersama(day: date) -> None:
    found = holiday(day)
    assert found is not None
    assert found.shared_leave
    assert found.name.startswith("Cuti Bersama")
    assert not calendar_for(5, [day.year]).is_workday(day)


@pytest.mark.parametrize("day", ORDINARY, ids=str)
def test_ordinary_days(day: date) -> None:
    assert holiday_name(day) is None
    assert calendar_for(5, [day.year]).is_workday(day)


def test_eight_days_of_shared_leave_in_2026() -> None:
    days = [date(2026, 1, 1) + timedelta(n) for n in range(365)]
    found = [one for one in map(holiday, days) if one]
    assert sum(one.shared_leave for one in found) == 8
    assert sum(not one.shared_leave for one in found) == 17


def test_saturday_belongs_to_units_of_six_days() -> None:
    saturday = date(2026, 8, 15)
    assert calendar_for(6, [2026]).is_workday(saturday)
    assert not calendar_for(5, [2026]).is_workday(saturday)


def test_a_calendar_crosses_the_new_year() -> None:
    around = calendar_around(5, date(2026, 12, 23))
    assert around.add_workdays(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert around.next_workday(date(2027, 1, 1)) == date(2027, 1, 4)
    assert around.previous_workday(date(2026, 1, 1)) == date(2025, 12, 31)


def test_calendars_are_made_once() -> None:
    assert calendar_for(5, [2027, 2026]) is calendar_for(5, (2026, 2027, 2026))
