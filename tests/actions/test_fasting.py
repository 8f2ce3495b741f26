"""Welcome hours through a whole year, in every zone and week, against hours written down apart."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.holidays import calendar_around, fasting, holiday
from bot.actions.reminders.mornings import Mornings
from bot.rules.workdays import QuietHours, WorkCalendar, next_welcome
from storage.recipients import Addressee

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
HALF = timedelta(minutes=30)
MONTHS = {  # from the decrees of the minister of religion, thirty days back from Idul Fitri
    2023: (date(2023, 3, 23), date(2023, 4, 21)),
    2025: (date(2025, 3, 1), date(2025, 3, 30)),
    2026: (date(2026, 2, 19), date(2026, 3, 20)),
}


def spans(day: date, week: int) -> list[tuple[time, time]]:
    """When a person of a unit may be spoken to on a day, as an office would write it down."""
    if day.isoweekday() > week or holiday(day) is not None:
        return []
    first, last = MONTHS[2026]
    opens, closes = time(7, 30), time(17, 0)
    if first <= day <= last:
        opens, closes = time(8, 0), time(15, 0) if week == 5 else time(14, 0)
    if day.isoweekday() == 5:
        return [(opens, time(11, 30)), (time(13, 0), closes)]
    return [(opens, closes)]


def expected(asked: datetime, week: int) -> datetime:
    day, clock = asked.date(), asked.time()
    while True:
        for start, end in spans(day, week):
            if clock < end:
                return datetime.combine(day, max(start, clock), asked.tzinfo)
        day, clock = day + timedelta(days=1), time.min


@pytest.mark.parametrize("week", [5, 6])
@pytest.mark.parametrize("zone", ZONES)
def test_every_half_hour_of_a_year(zone: str, week: int) -> None:
    here = ZoneInfo(zone)
    asked = datetime(2026, 1, 1, tzinfo=here)
    seen = 0
    while asked.year == 2026:
        calendar = calendar_around(week, asked.date())
        assert next_welcome(asked, calendar, QuietHours()) == expected(asked, week), asked
        asked += HALF
        seen += 1
    assert seen == 365 * 48


@pytest.mark.parametrize("week", [5, 6])
@pytest.mark.parametrize("zone", ZONES)
def test_the_hour_of_the_digest_on_every_day_of_a_year(zone: str, week: int) -> None:
    who = Addressee(
        1, "Sari", 2, None, zone, week, 1, 1, None, None, None, True, False, "id", None
    )
    told = 0
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        dawn = datetime.combine(day, time(0, 5), ZoneInfo(zone))
        works = bool(spans(day, week))
        eight = datetime.combine(day, time(8), ZoneInfo(zone))
        assert Mornings(dawn, ()).today(who) == (eight if works else None), day
        told += works
        late = datetime.combine(day, time(16, 30), ZoneInfo(zone))
        welcome = works and expected(late, week) == late
        assert Mornings(late, ()).today(who) == (late if welcome else None), day
    assert told == {5: 240, 6: 291}[week]


@pytest.mark.parametrize("year", MONTHS)
def test_the_month_ends_with_the_eve_of_idul_fitri(year: int) -> None:
    days = fasting(year)
    assert (days[0], days[-1]) == MONTHS[year]
    feast = holiday(days[-1] + timedelta(days=1))
    assert feast is not None
    assert feast.name == "Hari Raya Idul Fitri"


def test_a_year_may_see_two_of_them_or_the_month_begin_before_it() -> None:
    assert len(fasting(2033)) == 60
    assert fasting(2031)[0].year == 2030
    assert date(2030, 12, 27) in calendar_around(5, date(2030, 12, 1)).fasting


def test_own_hours_hold_in_the_fasting_month() -> None:
    calendar = WorkCalendar(5, fasting=frozenset({date(2026, 2, 23)}))
    asked = datetime(2026, 2, 23, 16, tzinfo=ZoneInfo("Asia/Jakarta"))
    own = QuietHours(time(18), time(7), own=True)
    assert next_welcome(asked, calendar, own) == asked
    usual = next_welcome(asked, calendar, QuietHours())
    assert usual == asked.replace(day=24, hour=7, minute=30)
