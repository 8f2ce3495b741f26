"""Working days and welcome hours, in all three zones."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.workdays import NoWorkday, QuietHours, WorkCalendar, next_welcome

CHRISTMAS = frozenset({date(2026, 12, 24), date(2026, 12, 25)})
FIVE = WorkCalendar(5, CHRISTMAS)
SIX = WorkCalendar(6, CHRISTMAS)
WIB, WITA, WIT = map(ZoneInfo, ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"))

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CALENDARS = st.builds(
    WorkCalendar,
    st.sampled_from((5, 6)),
    st.frozensets(st.dates(date(2025, 1, 1), date(2025, 3, 1)), max_size=40),
)
NEAR = st.dates(date(2024, 12, 1), date(2025, 4, 1))
TIMES = st.times().map(lambda t: t.replace(microsecond=0))
QUIET = st.builds(QuietHours, TIMES, TIMES)


def at(text: str, zone: ZoneInfo = WIB) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("calendar", "day", "works"),
    [
        (FIVE, date(2026, 12, 23), True),
        (FIVE, date(2026, 12, 25), False),
        (FIVE, date(2026, 12, 26), False),
        (SIX, date(2026, 12, 26), True),
        (SIX, date(2026, 12, 27), False),
    ],
)
def test_workdays(calendar: WorkCalendar, day: date, works: bool) -> None:
    assert calendar.is_workday(day) is works


@pytest.mark.parametrize(
    ("day", "n", "result"),
    [
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2026, 12, 28), -1, date(2026, 12, 23)),
        (date(2026, 12, 26), 1, date(2026, 12, 28)),
        (date(2026, 12, 26), 0, date(2026, 12, 26)),
        (date(2026, 12, 21), 5, date(2026, 12, 30)),
    ],
)
def test_adding_workdays(day: date, n: int, result: date) -> None:
    assert FIVE.add_workdays(day, n) == result


@given(CALENDARS, NEAR, st.integers(-60, 60))
def test_counting_undoes_adding(calendar: WorkCalendar, day: date, n: int) -> None:
    start = calendar.next_workday(day)
    there = calendar.add_workdays(start, n)
    assert calendar.is_workday(there)
    assert calendar.workdays_between(start, there) == n
    assert calendar.add_workdays(there, -n) == start


@given(CALENDARS, NEAR, NEAR)
def test_counting_agrees_with_counting_on_fingers(
    calendar: WorkCalendar, one: date, other: date
) -> None:
    start, end = sorted((one, other))
    days = [start + timedelta(n + 1) for n in range((end - start).days)]
    assert calendar.workdays_between(start, end) == sum(map(calendar.is_workday, days))


def test_searching_ends() -> None:
    never = WorkCalendar(5, frozenset(date(2026, 1, 1) + timedelta(n) for n in range(800)))
    with pytest.raises(NoWorkday):
        never.next_workday(date(2026, 1, 1))
    with pytest.raises(NoWorkday):
        next_welcome(at("2026-11-23 09:00"), FIVE, QuietHours(), [(date(2026, 1, 1), date.max)])


def test_a_week_has_five_or_six_days() -> None:
    with pytest.raises(ValueError, match="five or six"):
        WorkCalendar(7)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2026-11-23 09:12:30", "2026-11-23 09:12:30"),
        ("2026-11-23 06:00", "2026-11-23 07:30"),
        ("2026-11-23 07:30", "2026-11-23 07:30"),
        ("2026-11-23 16:59:59", "2026-11-23 16:59:59"),
        ("2026-11-23 17:00", "2026-11-24 07:30"),
        ("2026-11-22 12:00", "2026-11-23 07:30"),
        ("2026-11-27 11:30", "2026-11-27 13:00"),
        ("2026-11-27 12:59", "2026-11-27 13:00"),
        ("2026-11-26 12:00", "2026-11-26 12:00"),
        ("2026-11-27 17:30", "2026-11-30 07:30"),
        ("2026-12-23 18:00", "2026-12-28 07:30"),
    ],
)
@pytest.mark.parametrize("zone", [WIB, WITA, WIT])
def test_welcome_hours(asked: str, told: str, zone: ZoneInfo) -> None:
    assert next_welcome(at(asked, zone), FIVE, QuietHours()) == at(told, zone)


def test_leave_stops_the_clock() -> None:
    leave = [(date(2026, 11, 25), date(2026, 11, 27)), (date(2026, 11, 23), date(2026, 11, 24))]
    assert next_welcome(at("2026-11-23 09:00"), FIVE, QuietHours(), leave) == at(
        "2026-11-30 07:30"
    )


@pytest.mark.parametrize(
    ("quiet", "asked", "told"),
    [
        (QuietHours(time(0), time(6)), "2026-11-23 03:00", "2026-11-23 06:00"),
        (QuietHours(time(0), time(6)), "2026-11-23 23:00", "2026-11-23 23:00"),
        (QuietHours(time(9), time(9)), "2026-11-23 03:00", "2026-11-23 03:00"),
        (QuietHours(time(11), time(12)), "2026-11-27 11:10", "2026-11-27 13:00"),
        (QuietHours(time(12), time(14)), "2026-11-27 11:40", "2026-11-27 14:00"),
        (QuietHours(time(11, 30), time(7)), "2026-11-27 11:40", "2026-11-30 07:00"),
        (QuietHours(time(12, 30), time(7)), "2026-11-27 11:40", "2026-11-30 07:00"),
    ],
)
def test_own_quiet_hours(quiet: QuietHours, asked: str, told: str) -> None:
    assert next_welcome(at(asked), FIVE, quiet) == at(told)


@given(
    DAYS,
    TIMES,
    st.sampled_from((WIB, WITA, WIT)),
    CALENDARS,
    QUIET,
    st.lists(st.tuples(DAYS, st.integers(0, 30)), max_size=3),
)
def test_never_unwelcome_never_earlier_and_settled(
    day: date,
    clock: time,
    zone: ZoneInfo,
    calendar: WorkCalendar,
    quiet: QuietHours,
    leave: list[tuple[date, int]],
) -> None:
    absent = [(first, first + timedelta(days)) for first, days in leave]
    moment = datetime.combine(day, clock, zone)
    welcome = next_welcome(moment, calendar, quiet, absent)
    assert welcome >= moment
    assert calendar.is_workday(welcome.date())
    assert not any(first <= welcome.date() <= last for first, last in absent)
    assert quiet.welcome_from(welcome.date(), welcome.time()) == welcome.time()
    assert next_welcome(welcome, calendar, quiet, absent) == welcome


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_welcome(at("2026-11-23 09:00").replace(tzinfo=None), FIVE, QuietHours())
