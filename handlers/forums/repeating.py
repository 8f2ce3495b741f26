"""A draft that shall come again, the dates of a series, and the files for a calendar."""

from __future__ import annotations

from bot.actions.forums.calendars import InviteFile, Occurrences
from bot.actions.forums.repeating import Repeating
from bot.documents import calendar
from bot.rules.forums import Answer
from bot.rules.series import DayOff, Rhythm
from bot.screens import Button, File, FileKind, Screen, place
from bot.texts import forums, words
from bot.texts.forums import cards
from bot.texts.forums import series as texts
from handlers.forums.cards import MARKS

TIMES = (3, 4, 6, 12)
ACCEPTED = {Answer.COMING: True, Answer.DECLINED: False}


def draw_rhythm(shown: Repeating) -> Screen:
    rows = [
        [
            Button(
                texts.chosen(one, shown.start.date()),
                does=place("forums.set_rhythm", shown.id, one.value or "once"),
            )
        ]
        for one in Rhythm
    ]
    back = [Button(words.BACK, opens=place("forums.draft", shown.id))]
    return Screen(texts.ask_rhythm(shown.start), [*rows, back])


def draw_times(shown: Repeating) -> Screen:
    row = [Button(texts.times(n), does=place("forums.set_times", shown.id, n)) for n in TIMES]
    back = Button(words.BACK, opens=place("forums.repeat", shown.id))
    text = texts.ask_times(shown.rhythm.value, shown.start.date())
    return Screen(text, [row[:2], row[2:], [back]], typing=place("forums.say_times", shown.id))


def draw_days(shown: Repeating) -> Screen:
    """All dates; what shall become of those that are days off is asked where there are some."""
    lines = [
        texts.planned(
            at,
            one.planned,
            one.start,
            one.holiday,
            one.hints,
            one.busy,
            shown.people,
            host_busy=one.host_busy,
        )
        for at, one in enumerate(shown.planned, 1)
    ]
    rows = [
        [Button(texts.OFF[off], does=place("forums.set_days_off", shown.id, off.value))]
        for off in (DayOff.SHIFT, DayOff.SKIP, DayOff.KEEP)
        if shown.off and off is not shown.days_off
    ]
    out = [
        Button(words.BACK, opens=place("forums.times", shown.id)),
        Button(words.NEXT, opens=place("forums.draft", shown.id)),
    ]
    against = {hint for one in shown.planned if one.start for hint in one.hints}
    busy = any(one.busy for one in shown.planned)
    advice = texts.advice(
        against, busy=busy, host_busy=any(one.host_busy for one in shown.planned)
    )
    if advice:
        rows.append([Button(texts.OTHER_TIME, opens=place("forums.draft", shown.id, "start"))])
    text = texts.dates(shown.rhythm.value, shown.start.date(), lines, advice, off=shown.off)
    return Screen(text, [*rows, out])


def draw_file(file: InviteFile) -> Screen:
    """The calendar file above the card."""
    content = calendar.calendar_file(_entry(file))
    sent = File(FileKind.DOCUMENT, calendar.NAME, content=content, keepable=True)
    rows = [[Button(cards.TO_CARD, opens=place("forums.card", file.id))]]
    if file.series:
        rows.insert(0, [Button(texts.TO_SERIES, opens=place("forums.series", file.id))])
    return Screen(cards.calendar(file.cancelled), rows, files=[sent])


def draw_series(shown: Occurrences) -> Screen:
    lines = [
        texts.occurrence(
            at, one.meeting.start.astimezone(shown.now.tzinfo),
            MARKS[one.guest[2] if one.guest else None], one.cancelled, one.id == shown.id,
        )
        for at, one in enumerate(shown.files, 1)
    ]  # fmt: skip
    rows = [
        [Button(texts.ALL_FILES, opens=place("forums.series_file", shown.id))],
        [Button(cards.TO_CARD, opens=place("forums.card", shown.id))],
    ]
    return Screen(texts.listing(shown.rhythm, shown.first.date(), lines), rows)


def draw_series_file(shown: Occurrences) -> Screen:
    content = calendar.calendar_of_many([_entry(one) for one in shown.files])
    sent = File(FileKind.DOCUMENT, calendar.NAME, content=content, keepable=True)
    back = Button(words.BACK, opens=place("forums.series", shown.id))
    return Screen(cards.calendar(cancelled=False), [[back]], files=[sent])


def _entry(file: InviteFile) -> calendar.Entry:
    meeting = file.meeting
    return calendar.Entry(
        uid=file.uid,
        sequence=file.sequence,
        stamp=file.stamp,
        start=meeting.start,
        end=meeting.end,
        summary=f"{forums.kind(meeting.kind)}: {meeting.topic}",
        description=forums.hosted_by(meeting.host),
        place=meeting.place,
        organizer=meeting.host,
        cancelled=file.cancelled,
        guest=file.guest[:2] if file.guest else None,
        accepted=ACCEPTED.get(file.guest[2]) if file.guest else None,
    )
