"""Answers and seats, windows, lengths, and what speaks against a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import forums as rules
from bot.rules.forums import Answer, Fault, Hint, Span
from bot.rules.workdays import WorkCalendar

WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
HOLIDAY = date(2026, 8, 17)
FIVE, SIX = (WorkCalendar(days, frozenset({HOLIDAY})) for days in (5, 6))
WEDNESDAY = datetime(2026, 8, 12, 9, 0, tzinfo=WIB)


def on(day: int, hour: int, minute: int = 0, zone: ZoneInfo = WIB) -> datetime:
    return datetime(2026, 8, day, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "minutes", "calendar", "expected"),
    [
        (on(12, 9), 90, FIVE, ()),
        (on(12, 7, 30), 570, FIVE, ()),
        (on(12, 7), 60, FIVE, (Hint.HOURS,)),
        (on(12, 16, 30), 60, FIVE, (Hint.HOURS,)),
        (on(12, 23), 120, FIVE, (Hint.HOURS,)),
        (on(17, 9), 60, FIVE, (Hint.HOLIDAY,)),
        (on(15, 9), 60, FIVE, (Hint.WEEKEND,)),
        (on(15, 9), 60, SIX, ()),
        (on(16, 9), 60, SIX, (Hint.WEEKEND,)),
        (on(14, 9), 150, FIVE, ()),
        (on(14, 9), 151, FIVE, (Hint.PRAYER,)),
        (on(14, 13), 60, FIVE, ()),
        (on(14, 12, 59), 60, FIVE, (Hint.PRAYER,)),
        (on(13, 11, 30), 60, FIVE, ()),
    ],
)
def test_what_speaks_against_a_time(
    start: datetime, minutes: int, calendar: WorkCalendar, expected: tuple[Hint, ...]
) -> None:
    assert rules.hints(Span(start, start + timedelta(minutes=minutes)), calendar) == expected


def test_friday_prayer_is_each_zones_own() -> None:
    start = on(14, 9, 30)
    here = Span(start, start + timedelta(minutes=60))
    there = Span(start.astimezone(WIT), here.end.astimezone(WIT))
    assert rules.hints(here, FIVE) == ()
    assert rules.hints(there, FIVE) == (Hint.PRAYER,)


@pytest.mark.parametrize(
    ("busy", "people", "many"),
    [(0, 0, False), (0, 5, False), (1, 5, True), (1, 6, False), (2, 10, True), (9, 50, False)],
)
def test_many_are_one_in_five(busy: int, people: int, many: bool) -> None:
    assert rules.many(busy, people) is many


@pytest.mark.parametrize(
    ("away", "fault"),
    [
        (timedelta(), Fault.PAST),
        (timedelta(days=-1), Fault.PAST),
        (timedelta(minutes=1), None),
        (timedelta(days=700), None),
        (timedelta(days=800), Fault.FAR),
    ],
)
def test_a_forum_lies_ahead(away: timedelta, fault: Fault | None) -> None:
    assert rules.fault_of(WEDNESDAY + away, WEDNESDAY) == fault


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        ("90 menit", 90),
        ("2 jam", 120),
        ("1,5 jam", 90),
        ("1 jam 30 menit", 90),
        ("1.25 jam", 75),
        ("Setengah jam", 30),
        ("sejam", 60),
        ("sampai 11.30", 150),
        ("s.d. 10:15", 75),
        ("sampai jam 8", -60),
        ("90 minutes", 90),
        ("1 hour 15 minutes", 75),
        ("half an hour", 30),
        ("until 25:00", None),
        ("sampai 25.00", None),
        ("lama sekali", None),
        ("", None),
        ("🙂", None),
        ("-90", None),
        ("1" * 5000, None),
    ],
)
def test_lengths_as_people_type_them(typed: str, minutes: int | None) -> None:
    assert rules.parse_minutes(typed, WEDNESDAY) == minutes


def test_an_end_needs_a_start() -> None:
    assert rules.parse_minutes("sampai 11.30", None) is None


@given(st.text(max_size=40))
def test_no_text_breaks_a_length(typed: str) -> None:
    minutes = rules.parse_minutes(typed, WEDNESDAY)
    assert minutes is None or isinstance(rules.fits_length(minutes), bool)


@pytest.mark.parametrize(
    ("minutes", "fits"), [(14, False), (15, True), (720, True), (721, False), (-60, False)]
)
def test_the_length_has_bounds(minutes: int, fits: bool) -> None:
    assert rules.fits_length(minutes) is fits


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        ("30", 30),
        (" 30 orang ", 30),
        ("1.000 kursi", 1000),
        ("0", None),
        ("-3", None),
        ("2,5", None),
        ("10001", None),
        ("٣٠", None),
        ("banyak", None),
        ("9" * 5000, None),
    ],
)
def test_seats_as_people_type_them(typed: str, seats: int | None) -> None:
    assert rules.parse_seats(typed) == seats


@pytest.mark.parametrize(
    ("before", "wants", "free", "after"),
    [
        (Answer.NONE, True, True, Answer.COMING),
        (Answer.NONE, True, False, Answer.WAITING),
        (Answer.DECLINED, True, True, Answer.COMING),
        (Answer.DECLINED, True, False, Answer.WAITING),
        (Answer.COMING, True, False, Answer.COMING),
        (Answer.WAITING, True, False, Answer.WAITING),
        (Answer.NONE, False, False, Answer.DECLINED),
        (Answer.COMING, False, True, Answer.DECLINED),
        (Answer.WAITING, False, True, Answer.DECLINED),
    ],
)
def test_what_an_answer_becomes(before: Answer, wants: bool, free: bool, after: Answer) -> None:
    assert rules.settle(before, wants, free) is after


@pytest.mark.parametrize(
    ("minutes", "is_open"), [(-16, False), (-15, True), (0, True), (90, True), (91, False)]
)
def test_doors(minutes: int, is_open: bool) -> None:
    end = WEDNESDAY + timedelta(minutes=60)
    assert rules.doors_open(WEDNESDAY, end, WEDNESDAY + timedelta(minutes=minutes)) is is_open


@pytest.mark.parametrize(
    ("start", "calendar", "expected"),
    [
        (on(13, 9), FIVE, on(12, 9)),
        (on(18, 7), FIVE, on(14, 9)),
        (on(18, 7), SIX, on(15, 9)),
        (on(13, 1, zone=WIT), FIVE, on(12, 9, zone=WIT)),
    ],
)
def test_the_day_before_is_a_working_day(
    start: datetime, calendar: WorkCalendar, expected: datetime
) -> None:
    assert rules.day_reminder(start, calendar) == expected


@given(st.integers(0, 720 * 24), st.sampled_from([FIVE, SIX]))
def test_the_reminder_comes_on_an_earlier_working_day(hours: int, calendar: WorkCalendar) -> None:
    start = (datetime(2026, 1, 2, tzinfo=UTC) + timedelta(hours=hours)).astimezone(WIT)
    due = rules.day_reminder(start, calendar)
    assert due.date() < start.date()
    assert calendar.is_workday(due.date())


def test_the_first_step_missing() -> None:
    filled = dict.fromkeys(rules.STEPS, True)
    assert rules.missing(filled) is None
    assert rules.missing({**filled, "place": False, "start": False}) == "start"
