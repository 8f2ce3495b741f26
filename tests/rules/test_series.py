"""Forums that come again, day by day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.series import (
    MOST,
    DayOff,
    Rhythm,
    days,
    nth,
    nth_weekday,
    occurrences,
    shifted,
)
from bot.rules.workdays import WorkCalendar

WIB = ZoneInfo("Asia/Jakarta")
FIRST = datetime(2026, 12, 7, 9, 0, tzinfo=WIB)  # the first Monday
NEW_YEAR, CHRISTMAS = date(2027, 1, 1), date(2026, 12, 25)


@pytest.mark.parametrize(
    ("first", "rhythm", "times", "expected"),
    [
        (date(2026, 12, 7), Rhythm.ONCE, 6, ["2026-12-07"]),
        (date(2026, 12, 7), Rhythm.WEEKLY, 3, ["2026-12-07", "2026-12-14", "2026-12-21"]),
        (date(2026, 12, 7), Rhythm.FORTNIGHTLY, 3, ["2026-12-07", "2026-12-21", "2027-01-04"]),
        (date(2026, 12, 7), Rhythm.MONTHLY, 3, ["2026-12-07", "2027-01-04", "2027-02-01"]),
        # the fifth Monday means the last one
        (date(2026, 11, 30), Rhythm.MONTHLY, 3, ["2026-11-30", "2026-12-28", "2027-01-25"]),
        (date(2028, 2, 29), Rhythm.MONTHLY, 2, ["2028-02-29", "2028-03-28"]),
    ],
)
def test_the_days_of_a_rhythm(
    first: date, rhythm: Rhythm, times: int, expected: list[str]
) -> None:
    assert [day.isoformat() for day in days(first, rhythm, times)] == expected


@pytest.mark.parametrize("times", [-1, 0, 1, MOST + 1])
def test_a_series_has_two_to_twelve_occurrences(times: int) -> None:
    with pytest.raises(ValueError, match="occurrences"):
        days(FIRST.date(), Rhythm.WEEKLY, times)


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.integers(2, MOST))
def test_monthly_is_the_same_weekday_once_in_every_month(first: date, times: int) -> None:
    found = days(first, Rhythm.MONTHLY, times)
    assert {day.weekday() for day in found} == {first.weekday()}
    months = [day.year * 12 + day.month for day in found]
    assert months == list(range(months[0], months[0] + times))
    if nth(first) < 5:
        assert {nth(day) for day in found} == {nth(first)}
    else:
        assert all((day + timedelta(7)).month != day.month for day in found)


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(0, 6), st.integers(1, 5))
def test_the_nth_weekday_lies_in_its_month(year: int, month: int, weekday: int, n: int) -> None:
    found = nth_weekday(year, month, weekday, n)
    assert (found.year, found.month, found.weekday()) == (year, month, weekday)


def test_a_day_off_is_kept_shifted_or_left_out() -> None:
    friday = datetime(2026, 12, 18, 13, 30, tzinfo=WIB)
    calendar = WorkCalendar(5, frozenset({CHRISTMAS, NEW_YEAR}))

    def held(off: DayOff) -> list[str | None]:
        found = occurrences(friday, Rhythm.WEEKLY, 4, off, calendar)
        assert [one.planned.isoformat() for one in found] == [
            "2026-12-18", "2026-12-25", "2027-01-01", "2027-01-08",
        ]  # fmt: skip
        return [one.start.date().isoformat() if one.start else None for one in found]

    assert held(DayOff.KEEP) == ["2026-12-18", "2026-12-25", "2027-01-01", "2027-01-08"]
    assert held(DayOff.SHIFT) == ["2026-12-18", "2026-12-28", "2027-01-04", "2027-01-08"]
    assert held(DayOff.SKIP) == ["2026-12-18", None, None, "2027-01-08"]


def test_two_never_fall_on_one_day() -> None:
    week = frozenset(date(2026, 12, 14) + timedelta(n) for n in range(7))
    found = occurrences(FIRST, Rhythm.WEEKLY, 3, DayOff.SHIFT, WorkCalendar(5, week))
    assert [one.start and one.start.date().day for one in found] == [7, 21, None]


def test_the_hour_stays_that_of_the_host() -> None:
    berlin = datetime(2026, 10, 19, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    found = occurrences(berlin, Rhythm.WEEKLY, 3, DayOff.KEEP, WorkCalendar())
    assert {one.start.hour for one in found if one.start} == {9}
    assert len({one.start.utcoffset() for one in found if one.start}) == 2


def test_all_that_follow_move_as_far_as_the_one() -> None:
    after = datetime(2026, 12, 9, 13, 0, tzinfo=WIB)
    other = datetime(2027, 1, 4, 9, 0, tzinfo=WIB)
    assert shifted(FIRST, after, other) == datetime(2027, 1, 6, 13, 0, tzinfo=WIB)
