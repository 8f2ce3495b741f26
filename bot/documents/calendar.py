"""Calendar files (.ics, RFC 5545 and 5546) that update and cancel what they put in before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

PRODUCT = "-//Teladan//Kegiatan//ID"
# Nobody has a mail address here; .invalid can never be delivered to (RFC 2606).
NO_MAIL = "mailto:{}@teladan.invalid"
ALARM = timedelta(hours=-1)
NAME = "kegiatan.ics"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event: `uid` stays for good, `sequence` grows; moments are aware.

    `guest` is a number and a name, `accepted` whether that guest comes (None: has not said).
    """

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    end: datetime
    summary: str
    description: str
    place: str
    organizer: str
    cancelled: bool = False
    guest: tuple[int, str] | None = None
    accepted: bool | None = None


def calendar_file(entry: Entry) -> bytes:
    """METHOD REQUEST, or CANCEL for a cancelled event; all moments in UTC."""
    return _calendar("CANCEL" if entry.cancelled else "REQUEST", [entry])


def calendar_of_many(entries: Sequence[Entry]) -> bytes:
    """METHOD PUBLISH, under which events of several UIDs may stand together (RFC 5546, 3.2.1);
    a cancelled one says so by its STATUS.
    """
    return _calendar("PUBLISH", entries)


def _calendar(method: str, entries: Sequence[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for entry in entries:
        calendar.add_component(_event(entry, asks=method != "PUBLISH"))
    return bytes(calendar.to_ical())


def _event(entry: Entry, *, asks: bool) -> Event:
    """`asks`: with its guest, whom PUBLISH does not allow to stand there."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("last-modified", entry.stamp.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("location", entry.place)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("organizer", _address("penyelenggara", entry.organizer))
    if asks and entry.guest is not None:
        event.add("attendee", _guest(*entry.guest, entry.accepted))
    if not entry.cancelled:
        event.add_component(_alarm(entry.summary))
    return event


def _guest(number: int, name: str, accepted: bool | None) -> vCalAddress:
    address = _address(f"pegawai-{number}", name)
    state = {None: "NEEDS-ACTION", True: "ACCEPTED", False: "DECLINED"}[accepted]
    address.params["partstat"] = vText(state)
    address.params["role"] = vText("REQ-PARTICIPANT")
    return address


def _address(box: str, name: str) -> vCalAddress:
    address = vCalAddress(NO_MAIL.format(box))
    address.params["cn"] = vText(name.replace('"', "'"))
    return address


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", ALARM)
    return alarm
