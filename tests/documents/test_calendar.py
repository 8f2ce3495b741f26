"""Calendar files parsed back, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Component

from bot.documents.calendar import Entry, calendar_file, calendar_of_many

WITA = ZoneInfo("Asia/Makassar")
ENTRY = Entry(
    uid="abc@teladan",
    sequence=0,
    stamp=datetime(2026, 8, 12, 10, 0, tzinfo=WITA),
    start=datetime(2026, 12, 1, 9, 0, tzinfo=WITA),
    end=datetime(2026, 12, 1, 11, 30, tzinfo=WITA),
    summary="Rapat: Rencana; tahun, depan\\ <b>2027</b> 🙂",
    description="Penyelenggara: Bapak Budi",
    place="Ruang Garuda,\nLantai 2",
    organizer='Bapak Budi "Tegas" Santoso, S.Sos.',
    guest=(7, "Sari Lestari, A.Md."),
)


def event_of(entry: Entry) -> tuple[Calendar, Component]:
    calendar = Calendar.from_ical(calendar_file(entry))
    assert isinstance(calendar, Calendar)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_every_field_comes_back() -> None:
    calendar, event = event_of(ENTRY)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("REQUEST", "2.0")
    assert event["UID"] == ENTRY.uid
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == ENTRY.summary
    assert event["LOCATION"] == ENTRY.place
    assert event["DESCRIPTION"] == ENTRY.description
    assert event.decoded("DTSTART") == ENTRY.start
    assert event.decoded("DTEND") == ENTRY.end
    assert event.decoded("DTSTAMP") == ENTRY.stamp
    assert event["ORGANIZER"].params["CN"] == "Bapak Budi 'Tegas' Santoso, S.Sos."
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-1)


def test_moments_are_in_utc_and_lines_are_folded() -> None:
    written = calendar_file(ENTRY)
    assert b"DTSTART:20261201T010000Z" in written
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


@pytest.mark.parametrize(
    ("accepted", "state"), [(None, "NEEDS-ACTION"), (True, "ACCEPTED"), (False, "DECLINED")]
)
def test_the_guest_carries_the_answer(accepted: bool | None, state: str) -> None:
    _, event = event_of(replace(ENTRY, accepted=accepted))
    assert event["ATTENDEE"].params["PARTSTAT"] == state
    assert event["ATTENDEE"].params["CN"] == "Sari Lestari, A.Md."
    assert event["ATTENDEE"] != event["ORGANIZER"]


def test_a_host_is_no_guest() -> None:
    _, event = event_of(replace(ENTRY, guest=None))
    assert "ATTENDEE" not in event


def test_an_update_keeps_its_uid_and_grows() -> None:
    _, before = event_of(ENTRY)
    moved = replace(ENTRY, sequence=1, start=ENTRY.start + timedelta(days=1))
    _, after = event_of(moved)
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("DTSTART") == datetime(2026, 12, 2, 1, 0, tzinfo=UTC)


def test_a_cancellation_takes_it_out_of_the_calendar() -> None:
    calendar, event = event_of(replace(ENTRY, cancelled=True, sequence=2))
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 2)
    assert event["UID"] == ENTRY.uid
    assert event.walk("VALARM") == []


def test_many_stand_in_one_file_without_guests() -> None:
    second = replace(ENTRY, uid="def@teladan", sequence=2, cancelled=True)
    calendar = Calendar.from_ical(calendar_of_many([ENTRY, second]))
    assert isinstance(calendar, Calendar)
    assert calendar["METHOD"] == "PUBLISH"
    found = [(one["UID"], one["SEQUENCE"], one["STATUS"]) for one in calendar.walk("VEVENT")]
    assert found == [("abc@teladan", 0, "CONFIRMED"), ("def@teladan", 2, "CANCELLED")]
    assert not any("ATTENDEE" in one for one in calendar.walk("VEVENT"))
