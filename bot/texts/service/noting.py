"""Sentences of what HR notes of somebody's service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.rules.awards.service import MEDALS, NoteKind
from bot.texts import words
from bot.texts.language import _

NOTE = _("Note something")
RECORD = _("Yes, record it")
CANCEL_NOTE = _("This note is wrong")
KINDS = {
    NoteKind.BREAK: _("Break of service"),
    NoteKind.LIGHT: _("Light penalty"),
    NoteKind.MEDIUM: _("Medium penalty"),
    NoteKind.HEAVY: _("Heavy penalty"),
    NoteKind.MEDAL_10: _("Received X"),
    NoteKind.MEDAL_20: _("Received XX"),
    NoteKind.MEDAL_30: _("Received XXX"),
}


class Note(Protocol):
    """What was noted."""

    @property
    def kind(self) -> str: ...
    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date: ...
    @property
    def ground(self) -> str: ...


def notes(some: Sequence[Note]) -> str:
    lines = [_("Noted by HR:")]
    lines += [f"• {note(NoteKind(one.kind), one.since, one.until)}" for one in some]
    return "\n".join(lines)


def note(kind: NoteKind, since: date, until: date) -> str:
    """`Jeda masa kerja, 1 Jan 2015 sampai 31 Des 2016`."""
    if since == until:
        return f"{KINDS[kind]}, {words.short_day(since)}"
    span = _("{since} to {until}").format(
        since=words.short_day(since), until=words.short_day(until)
    )
    return f"{KINDS[kind]}, {span}"


def note_label(kind: NoteKind, since: date) -> str:
    return words.fitting(f"{KINDS[kind]} {since.year}")


def objecting() -> str:
    return _("Is something wrong here? Please show the decree to the HR unit.")


def choose_kind(name: str) -> str:
    return "\n\n".join(
        [
            _("What is to be noted of {name}?").format(name=words.bold(name)),
            _(
                "Leave outside state funds is a break. A break, a medium or a heavy penalty "
                "starts the years anew."
            ),
        ]
    )


def ask_days(kind: NoteKind, name: str) -> str:
    head = f"{words.bold(KINDS[kind])} · {words.safe(name)}\n\n"
    if kind in MEDALS:
        return head + _("On which day was the decree signed? For example “17 August 2016”.")
    return head + _("From when to when? For example “1 January 2019 to 31 December 2019”.")


def days_not_understood() -> str:
    return _(
        "I do not understand these days. Please type them with the year, the first day first."
    )


def not_begun() -> str:
    return _("That begins in the future. Please note it once it has begun.")


def one_day() -> str:
    return _("A medal has one day: that of the decree.")


def ask_ground(kind: NoteKind, name: str, since: date, until: date) -> str:
    head = f"{words.bold(name)}\n{note(kind, since, until)}\n\n"
    return head + _("On what does it rest? Please type number and date of the decree or letter.")


def too_short(least: int) -> str:
    return _("Please write at least {least} characters, so that others find the paper.").format(
        least=least
    )


def check(
    name: str, kind: NoteKind, since: date, until: date, ground: str, *, counts: bool
) -> str:
    lines = [words.bold(name), note(kind, since, until)]
    lines.append(_("Based on: <i>{text}</i>").format(text=words.safe(ground)))
    if not counts:
        lines += ["", _("{name} sees this note, too. Is it right?").format(name=words.safe(name))]
    return "\n".join(lines)


def recorded_notice() -> str:
    return _("The note is recorded.")


def recorded_already() -> str:
    return _("This note is recorded already.")


def cancelled_notice() -> str:
    return _("The note no longer counts.")


def cancelled_already() -> str:
    return _("This note was taken back already.")
