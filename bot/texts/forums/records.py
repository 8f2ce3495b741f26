"""The record of a forum as it is read: lines, editions, letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.forum_records import LineKind
from bot.rules.forums import Meeting
from bot.rules.people import strip_titles
from bot.texts import forums, words
from bot.texts.language import _

RECORD = _("Forum record")
PAPER = _("Record as PDF")
EDITIONS = _("Earlier editions")
NOTE_TAKER = _("Name a note-taker")
NOBODY = _("Nobody but me")
OWNER, DUE = _("Who does it"), _("Until when")
_NAMED = _("You are the note-taker")
KINDS = {
    LineKind.POINT: _("Point"),
    LineKind.DECISION: _("Decision"),
    LineKind.ACTION: _("Step to take"),
}


def head(meeting: Meeting, title: str = RECORD) -> str:
    return f"<b>{title}</b> · {forums.title(meeting)}"


def line(number: int, kind: LineKind, text: str, owner: str, due: date | None) -> str:
    """`3. Langkah: … (Sari Lestari, sampai 12 Des 2026)`."""
    told = f"{number}. <b>{KINDS[kind]}:</b> {words.safe(text)}"
    if kind is not LineKind.ACTION:
        return told
    parts = [words.safe(strip_titles(owner)) if owner else _("nobody named yet")]
    parts.append(until(due) if due else _("no day yet"))
    return f"{told} ({', '.join(parts)})"


def until(due: date) -> str:
    return _("until {day}").format(day=words.short_day(due))


def reading(
    meeting: Meeting, edition: int, by: str, at: datetime | None, reason: str,
    lines: Sequence[str], pages: tuple[int, int],
) -> str:  # fmt: skip
    blocks = [head(meeting)]
    if at is None:
        return "\n\n".join([*blocks, _("No record has been published so far.")])
    told = _("Edition {number}, published by {name} on {moment}.").format(
        number=edition, name=words.safe(strip_titles(by)), moment=words.moment(at)
    )
    if reason:
        told += "\n" + _("Corrected: {reason}").format(reason=words.safe(reason))
    blocks += [told, "\n".join(lines)]
    return "\n\n".join([*blocks, *turned(*pages)])


def turned(page: int, pages: int) -> list[str]:
    if pages < 2:
        return []
    return [_("Page {page} of {pages}.").format(page=page + 1, pages=pages)]


def writer(name: str) -> str:
    return _("Note-taker: {name}").format(name=words.safe(strip_titles(name)))


def edition(number: int, by: str, at: datetime, reason: str) -> str:
    told = _("Edition {number}, published by {name} on {moment}.").format(
        number=number, name=words.safe(strip_titles(by)), moment=words.moment(at)
    )
    return f"{told}\n{words.safe(reason)}" if reason else told


def editions(meeting: Meeting, lines: Sequence[str]) -> str:
    return "\n\n".join([head(meeting, EDITIONS), *lines])


def open_edition(number: int) -> str:
    return _("Edition {number}").format(number=number)


def record_opens(at: datetime) -> str:
    return _("The record can be written from {time}.").format(time=words.moment(at))


def line_gone() -> str:
    return _("The line has been taken out.")


def none_yet() -> str:
    return _("No record has been published so far.")


def published(edition: int) -> str:
    if edition > 1:
        return _("The correction is published. Everybody who takes part is told.")
    return _("The record is published. Everybody who takes part is told, and the steps are owed.")


def note_taker_named(given: bool) -> str:
    if given:
        return _("The note-taker has been named and is told.")
    return _("You write the record yourself.")


def letter(what: str, meeting: Meeting, edition: int) -> str:
    if what == "note_taker":
        told = _("The host asks you to write the record. It can be written in the chat.")
        return f"{head(meeting, _NAMED)}\n\n{told}"
    if edition > 1:
        told = _("The record has been corrected: edition {number}.").format(number=edition)
    else:
        told = _("The record can be read now.")
    return f"{head(meeting)}\n\n{told}"
