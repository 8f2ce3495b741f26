"""When people meet: lengths, windows, answers and seats, and what speaks against a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.rules.workdays import FRIDAY, WorkCalendar

STEPS = ("kind", "topic", "audience", "start", "length", "place", "capacity")
TOPIC_LIMIT, PLACE_LIMIT, REASON_LIMIT = 120, 200, 300
SHORTEST, LONGEST = 15, 12 * 60
FURTHEST = timedelta(days=2 * 366)
MOST_SEATS = 10_000
DOORS_OPEN = timedelta(minutes=15)
DOORS_CLOSE = timedelta(minutes=30)
TRIES, TRIES_WITHIN = 5, timedelta(minutes=10)
HOUR_BEFORE = timedelta(hours=1)
TOO_LATE = timedelta(minutes=5)
NOTED_WITHIN = timedelta(days=7)
"""So long after a forum its host notes who was there without a phone."""
QUESTION_LIMIT, OWN_QUESTIONS, UNNAMED_QUESTIONS = 200, 5, 100
"""Nobody counts the unnamed of one person, so all together have a limit."""
DAY_HOUR = time(9, 0)
FRESH = timedelta(hours=3)
SOON = timedelta(days=14)
"""So long before it is held an occurrence of a series is asked for in the menu."""
PRAYER = (time(11, 30), time(13, 0))
OFFICE = (time(7, 30), time(17, 0))
MANY = 5  # one in five
_UNTIL = re.compile(
    r"(?:sampai|s\.?d\.?|hingga|until|till|to)(?: jam| pukul)? (\d{1,2})(?:[.:](\d\d))?"
)
_HOURS = re.compile(
    r"(\d{1,2}(?:\.\d{1,2})?) ?(?:jam|hours?)(?: (\d{1,3}) ?(?:menit|mnt|minutes?))?"
)
_MINUTES = re.compile(r"(\d{1,4})(?: ?(?:menit|mnt|m|minutes?|min))?")
_SEATS = re.compile(r"(\d{1,3}\.\d{3}|\d{1,5})(?: (?:orang|kursi|peserta))?", re.ASCII)
_SPOKEN = {
    "setengah jam": 30, "sejam": 60, "satu jam": 60, "dua jam": 120, "tiga jam": 180,
    "half an hour": 30, "an hour": 60, "one hour": 60, "two hours": 120, "three hours": 180,
}  # fmt: skip


class ForumKind(StrEnum):
    FORUM = "forum"
    INFORMATION = "information"  # sosialisasi
    WORKSHOP = "workshop"
    CLINIC = "clinic"  # coaching clinic
    MEETING = "meeting"  # rapat


CREDITED_WITHIN = timedelta(days=31)
WAYS = {
    ForumKind.FORUM: "komunitas_belajar",
    ForumKind.INFORMATION: "sosialisasi",
    ForumKind.WORKSHOP: "lokakarya",
    ForumKind.CLINIC: "coaching",
}
"""As what of PerLAN 10/2018 a kind counts; a meeting (rapat) is work and teaches nothing."""


class Audience(StrEnum):
    UNIT = "unit"
    BELOW = "below"
    UNITS = "units"
    ROLE = "role"
    EVERYBODY = "everybody"


class Answer(StrEnum):
    NONE = "none"
    COMING = "coming"
    WAITING = "waiting"
    DECLINED = "declined"


class Fault(StrEnum):
    """Why a time cannot be taken."""

    PAST = "past"
    FAR = "far"


class Hint(StrEnum):
    """What speaks against a time; it is said, never forbidden."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    PRAYER = "prayer"
    HOURS = "hours"
    FASTING = "fasting"


@dataclass(frozen=True, slots=True)
class Meeting:
    """What people are told of a forum; `start` and `end` are aware, in the zone of the host."""

    kind: ForumKind
    topic: str
    start: datetime
    end: datetime
    place: str
    host: str
    capacity: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, aware and in one zone."""

    start: datetime
    end: datetime

    def touches(self, since: time, until: time) -> bool:
        """Whether it shares time with these hours of its first day."""
        day, zone = self.start.date(), self.start.tzinfo
        return self.start < datetime.combine(day, until, zone) and self.end > datetime.combine(
            day, since, zone
        )


def hints(span: Span, calendar: WorkCalendar) -> tuple[Hint, ...]:
    """What speaks against this span for people of its zone with this working week."""
    found: list[Hint] = []
    day = span.start.date()
    if day in calendar.holidays:
        found.append(Hint.HOLIDAY)
    elif not calendar.is_workday(day):
        found.append(Hint.WEEKEND)
    if day.weekday() == FRIDAY and span.touches(*PRAYER):
        found.append(Hint.PRAYER)
    opens, closes = (datetime.combine(day, hour, span.start.tzinfo) for hour in OFFICE)
    if span.start < opens or span.end > closes:
        found.append(Hint.HOURS)
    if day in calendar.fasting:
        found.append(Hint.FASTING)
    return tuple(found)


def many(busy: int, people: int) -> bool:
    """Whether so many are busy elsewhere that the host should think again."""
    return busy * MANY >= people > 0 and busy > 0


def fault_of(start: datetime, now: datetime) -> Fault | None:
    """Why a forum cannot start then."""
    if start <= now:
        return Fault.PAST
    return Fault.FAR if start - now > FURTHEST else None


def settle(before: Answer, wants: bool, free: bool) -> Answer:
    """What an answer becomes: who has a seat or waits keeps it, a newcomer needs a free one."""
    if not wants:
        return Answer.DECLINED
    if before in (Answer.COMING, Answer.WAITING):
        return before
    return Answer.COMING if free else Answer.WAITING


def doors_open(start: datetime, end: datetime, now: datetime) -> bool:
    """Whether attendance is taken: a quarter of an hour before until half an hour after."""
    return start - DOORS_OPEN <= now <= end + DOORS_CLOSE


def day_reminder(start: datetime, calendar: WorkCalendar) -> datetime:
    """09.00 of the working day before; `start` is in the zone of the person."""
    day = calendar.previous_workday(start.date() - timedelta(1))
    return datetime.combine(day, DAY_HOUR, start.tzinfo)


def parse_minutes(typed: str, start: datetime | None) -> int | None:
    """`90`, `2 jam`, `1,5 jam`, `1 jam 30 menit`, `sampai 11.30`: minutes, None if unreadable.

    In English, too: `2 hours`, `until 11:30`.
    """
    plain = " ".join(typed.lower().replace(",", ".").split())
    if start is not None and (found := _UNTIL.fullmatch(plain)):
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour > 23 or minute > 59:
            return None
        ends = datetime.combine(start.date(), time(hour, minute), start.tzinfo)
        return int((ends - start).total_seconds() // 60)
    if found := _MINUTES.fullmatch(plain):
        return int(found[1])
    if found := _HOURS.fullmatch(plain):
        return round(float(found[1]) * 60) + int(found[2] or 0)
    return _SPOKEN.get(plain)


def fits_length(minutes: int) -> bool:
    return SHORTEST <= minutes <= LONGEST


def parse_seats(typed: str) -> int | None:
    """`30`, `30 orang`, `1.000 kursi`: a number of seats from 1 on; None if it is none."""
    found = _SEATS.fullmatch(typed.lower().strip())
    seats = int(found[1].replace(".", "")) if found else 0
    return seats if 1 <= seats <= MOST_SEATS else None


def missing(filled: dict[str, bool]) -> str | None:
    """The first step that is not filled in yet."""
    return next((step for step in STEPS if not filled[step]), None)
