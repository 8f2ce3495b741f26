"""The record of a forum: writing, publishing, correcting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.forum_records import LINE_LIMIT, LineKind
from bot.rules.forums import Meeting
from bot.rules.people import strip_titles
from bot.texts import forums, words
from bot.texts.language import _

RECORD = _("Forum record")
WRITE = _("Write the record")
CORRECT = _("Correct the record")
PAPER = _("Record as PDF")
EDITIONS = _("Earlier editions")
NOTE_TAKER = _("Name a note-taker")
NOBODY = _("Nobody but me")
PUBLISH = _("Publish the record")
CHANGE_LINE = _("Change a line")
OWNER, DUE = _("Who does it"), _("Until when")
_NAMED = _("You are the note-taker")
ADD = {
    LineKind.POINT: _("+ Point"),
    LineKind.DECISION: _("+ Decision"),
    LineKind.ACTION: _("+ Step"),
}
KINDS = {
    LineKind.POINT: _("Point"),
    LineKind.DECISION: _("Decision"),
    LineKind.ACTION: _("Step to take"),
}
_ASKED = {
    LineKind.POINT: _("What was said? Type one point in one message, at most {most} characters."),
    LineKind.DECISION: _("What was decided? Type it in one message, at most {most} characters."),
    LineKind.ACTION: _(
        "What is to be done? Type one step in one message, at most {most} characters; who does "
        "it and until when is asked next."
    ),
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


def writing(
    meeting: Meeting, edition: int, lines: Sequence[str], pages: tuple[int, int], incomplete: int
) -> str:
    title = str(CORRECT if edition else WRITE)
    blocks = [head(meeting, title)]
    if lines:
        blocks += ["\n".join(lines), *turned(*pages)]
    else:
        blocks.append(_("Nothing is written yet."))
    if incomplete:
        blocks.append(
            _("{count} steps have nobody or no day yet; press Ubah baris.").format(
                count=words.number(incomplete)
            )
        )
    blocks.append(
        _(
            "Each line is kept at once. Choose what comes next, or just type a point. Until it is "
            "published, only the host and the note-taker see it."
        )
    )
    return "\n\n".join(blocks)


def ask_line(meeting: Meeting, kind: LineKind) -> str:
    return "\n\n".join([head(meeting, KINDS[kind]), _ASKED[kind].format(most=LINE_LIMIT)])


def which_line(meeting: Meeting, lines: Sequence[str], pages: tuple[int, int]) -> str:
    asked = _("Which line do you want to change or take out?")
    return "\n\n".join([head(meeting, CHANGE_LINE), "\n".join(lines), *turned(*pages), asked])


def change_line(meeting: Meeting, told: str) -> str:
    asked = _("Type the line anew to change it.")
    return "\n\n".join([head(meeting, CHANGE_LINE), told, asked])


def ask_owner(text: str, found: bool, pages: tuple[int, int]) -> str:
    return _choice(_("Who does it?"), text, found, pages)


def ask_note_taker(name: str, found: bool, pages: tuple[int, int]) -> str:
    asked = _("Who shall write the record, beside you? Whoever is named is told.")
    return _choice(asked, writer(name) if name else "", found, pages, escape=False)


def ask_whom(text: str, found: bool, pages: tuple[int, int]) -> str:
    asked = _("Who shall do it instead? It stays where it is until that person takes it over.")
    return _choice(asked, text, found, pages)


def _choice(
    asked: str, text: str, found: bool, pages: tuple[int, int], *, escape: bool = True
) -> str:
    blocks = [f"<b>{asked}</b>"]
    blocks += [words.safe(text) if escape else text] if text else []
    if not found:
        blocks += turned(*pages)
    blocks.append(_("You may also type part of a name."))
    return "\n\n".join(blocks)


def ask_due(text: str) -> str:
    return "\n\n".join(
        [
            f"<b>{DUE}?</b>",
            words.safe(text),
            _(
                "Choose a button, or type the day, for example: Senin minggu depan, or 12 "
                "Desember 2026."
            ),
        ]
    )


def weeks(count: int) -> str:
    return _("In {count} weeks").format(count=count) if count > 1 else _("In one week")


def ask_reason(meeting: Meeting) -> str:
    asked = _(
        "What did you correct, and why? Type one sentence; everybody who takes part reads it. "
        "The earlier edition stays to be read."
    )
    return "\n\n".join([head(meeting, CORRECT), asked])


def edition(number: int, by: str, at: datetime, reason: str) -> str:
    told = _("Edition {number}, published by {name} on {moment}.").format(
        number=number, name=words.safe(strip_titles(by)), moment=words.moment(at)
    )
    return f"{told}\n{words.safe(reason)}" if reason else told


def editions(meeting: Meeting, lines: Sequence[str]) -> str:
    return "\n\n".join([head(meeting, EDITIONS), *lines])


def open_edition(number: int) -> str:
    return _("Edition {number}").format(number=number)


def enough_lines(most: int) -> str:
    return _("A record holds at most {most} lines.").format(most=most)


def due_out_of_reach() -> str:
    return _("Please name a day from today until a year from now.")


def bad_due() -> str:
    return _("I did not understand the day. For example: Senin minggu depan, or 12 Desember 2026.")


def record_opens(at: datetime) -> str:
    return _("The record can be written from {time}.").format(time=words.moment(at))


def line_gone() -> str:
    return _("The line has been taken out.")


def none_yet() -> str:
    return _("No record has been published so far.")


def not_complete() -> str:
    return _("Please write at least one line, and name who does each step until when.")


def nothing_changed() -> str:
    return _("Nothing has changed since the newest edition.")


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
