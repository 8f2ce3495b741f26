"""Words that all screens of forums share."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.rules.forums import ForumKind, Meeting
from bot.texts import words
from bot.texts.forums.replies import (
    answered,
    asked,
    bad_capacity,
    bad_length,
    bad_start,
    bad_times,
    called_off,
    cannot_note,
    doors_closed,
    dropped,
    enough_questions,
    moved,
    nobody_to_invite,
    noted_there,
    only_leaders,
    past,
    question_gone,
    questions_closed,
    resumed,
    say_something,
    sent,
    time_first,
    too_far,
    too_late_to_answer,
    too_late_to_change,
    unknown_unit,
    welcome,
    what_time,
    which_moment,
    which_unit,
)
from bot.texts.language import _, ngettext

__all__ = [
    "answered",
    "asked",
    "bad_capacity",
    "bad_length",
    "bad_start",
    "bad_times",
    "called_off",
    "cannot_note",
    "doors_closed",
    "dropped",
    "enough_questions",
    "moved",
    "nobody_to_invite",
    "noted_there",
    "only_leaders",
    "past",
    "question_gone",
    "questions_closed",
    "resumed",
    "say_something",
    "sent",
    "time_first",
    "too_far",
    "too_late_to_answer",
    "too_late_to_change",
    "unknown_unit",
    "welcome",
    "what_time",
    "which_moment",
    "which_unit",
]

DOOR = _("Forums")
DOOR_HELP = _("invitations to meetings, workshops and information sessions, and your own")
ENTER_CODE = _("Enter attendance code")

_KINDS = {
    ForumKind.FORUM: _("Discussion forum"),
    ForumKind.INFORMATION: _("Information session"),
    ForumKind.WORKSHOP: _("Workshop"),
    ForumKind.CLINIC: _("Coaching clinic"),
    ForumKind.MEETING: _("Meeting"),
}


def kind(which: str) -> str:
    return str(_KINDS[ForumKind(which)])


def unanswered(which: str) -> str:
    """`Jawab: Coaching clinic`, at most 24 characters."""
    return _("Answer: {kind}").format(kind=kind(which))


def when(meeting: Meeting, zone: tzinfo | None) -> str:
    """The span in the reader's zone, and in the host's where it differs."""
    start, end = meeting.start.astimezone(zone), meeting.end.astimezone(zone)
    told = span(start, end)
    if start.utcoffset() == meeting.start.utcoffset():
        return told
    there = _("{start} to {end} {zone}").format(
        start=words.clock(meeting.start),
        end=words.clock(meeting.end),
        zone=words.zone_name(meeting.start.tzinfo),
    )
    if meeting.start.date() != start.date():
        there = f"{words.day(meeting.start.date())}, {there}"
    return told + "\n" + _("Time of the host: {time}").format(time=there)


def span(start: datetime, end: datetime) -> str:
    """`Selasa, 1 Desember 2026 pukul 09.00 WITA`, with the end behind it."""
    ends = words.moment(end) if end.date() != start.date() else words.clock(end)
    return _("{start}, until {end}").format(start=words.moment(start), end=ends)


def where(place: str) -> str:
    return _("Place: {place}").format(place=words.safe(place))


def hosted_by(name: str) -> str:
    """Plain text, for a calendar."""
    return _("Host: {name}").format(name=name)


def title(meeting: Meeting) -> str:
    """Its kind and topic, the first line of a card."""
    return f"{kind(meeting.kind)}: {words.bold(meeting.topic)}"


def length(minutes: int) -> str:
    """`1 jam 30 menit`."""
    hours, rest = divmod(minutes, 60)
    parts = [_("{count} h").format(count=hours)] if hours else []
    parts += [_("{count} min").format(count=rest)] if rest or not hours else []
    return " ".join(parts)


def seats(capacity: int) -> str:
    if not capacity:
        return _("without limit")
    return ngettext("{count} seat", "{count} seats", capacity).format(count=words.number(capacity))
