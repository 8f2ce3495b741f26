"""Moments that people type, in three zones; nothing is guessed and nothing is dropped."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.dates import Trouble, Unclear, Understood, read_moment
from bot.rules.phrases import Doubt, Prefer

WIB, WITA, WIT = map(ZoneInfo, ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"))


def at(text: str, zone: ZoneInfo = WIB) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


NOW = at("2026-11-24 10:20:30")  # a Tuesday


@pytest.mark.parametrize("zone", [WIB, WITA, WIT])
@pytest.mark.parametrize(
    ("text", "moment", "has_time"),
    [
        ("besok jam 9", "2026-11-25 09:00", True),
        ("lusa", "2026-11-26 00:00", False),
        ("17/8/26", "2026-08-17 00:00", False),
        ("3 Des jam 13.30", "2026-12-03 13:30", True),
        ("jam 9", "2026-11-25 09:00", True),
        ("jam 11", "2026-11-24 11:00", True),
        ("2 jam lagi", "2026-11-24 12:20", True),
        ("sekarang", "2026-11-24 10:20", True),
        ("akhir bulan", "2026-11-30 00:00", False),
        # in the hands of the library
        ("Agustus 17, 2026", "2026-08-17 00:00", False),
        ("17agustus2026", "2026-08-17 00:00", False),
        ("17 Agustus 2026 09:00:15", "2026-08-17 09:00:15", True),
        ("17.agustus.2026 9.30", "2026-08-17 09:30", True),
        ("Agustus 17, 2026 pukul 09.30", "2026-08-17 09:30", True),
    ],
)
def test_understood(zone: ZoneInfo, text: str, moment: str, has_time: bool) -> None:
    now = NOW.replace(tzinfo=zone)
    read = read_moment(text, now)
    assert read == Understood(at(moment, zone), has_time)
    assert isinstance(read, Understood)
    assert read.moment.tzinfo is zone


@pytest.mark.parametrize(
    ("text", "moment"),
    [("jam 9", "2026-11-24 09:00"), ("jam 11", "2026-11-23 11:00"), ("17/8", "2026-08-17 00:00")],
)
def test_the_past_when_it_is_meant(text: str, moment: str) -> None:
    read = read_moment(text, NOW, Prefer.PAST)
    assert isinstance(read, Understood)
    assert read.moment == at(moment)


def test_another_zone_is_translated() -> None:
    assert read_moment("besok jam 09.00 WIT", NOW) == Understood(at("2026-11-25 07:00"), True)
    early = at("2026-11-24 00:30", WIT)
    assert read_moment("jam 23.00 WIB", early) == Understood(at("2026-11-24 01:00", WIT), True)


@pytest.mark.parametrize(
    ("text", "reason", "choices"),
    [
        ("besok jam 3", Doubt.MORNING_OR_AFTERNOON, ["2026-11-25 15:00", "2026-11-25 03:00"]),
        ("minggu", Doubt.SUNDAY_OR_WEEK, ["2026-11-29 00:00", "2026-11-30 00:00"]),
        ("TW II 2026", Trouble.WHICH_DAY, ["2026-04-01 00:00", "2026-06-30 00:00"]),
        ("jam 3", Doubt.MORNING_OR_AFTERNOON, ["2026-11-24 15:00", "2026-11-25 03:00"]),
    ],
)
def test_asked_back(text: str, reason: Doubt | Trouble, choices: list[str]) -> None:
    read = read_moment(text, NOW)
    assert isinstance(read, Unclear)
    assert read.reason is reason
    assert [choice.moment for choice in read.choices] == [at(choice) for choice in choices]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halo",
        "rapat 17 agustus 2026",
        "sebelum Agustus 17, 2026",
        "Agustus 17, 2126",
        "Agustus 32, 2026",
        "Selasa, Agustus 17, 2026",
        "Agustus 17 18, 2026",
        "1 2 3 4 5",
        "9 3 31",
        "Agustus jam 17, 2026",
        "dalam 5 hari kerja",
        "1763974830",
        "1/1/0001 jam 01.00 WIT",
        "31/12/9999 jam 24.00",
        "demain",
        "x" * 5000,
    ],
)
def test_not_understood(text: str) -> None:
    assert read_moment(text, NOW) == Unclear(Trouble.NOT_UNDERSTOOD)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        read_moment("besok", NOW.replace(tzinfo=None))


@given(st.text(max_size=40), st.sampled_from((WIB, WITA, WIT)))
def test_any_text_gets_an_answer(text: str, zone: ZoneInfo) -> None:
    assert isinstance(read_moment(text, NOW.replace(tzinfo=zone)), Understood | Unclear)


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.times())
def test_what_is_written_is_read_back(day: date, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    read = read_moment(f"{day:%d/%m/%Y} pukul {clock:%H.%M}", NOW)
    assert read == Understood(datetime.combine(day, clock, WIB), True)
