"""Sentences of Satyalancana Karya Satya: who is due, one's own years, notes of a service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.rules.awards.service import MEDALS, NoteKind, Service
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

MINE = _("My Satyalancana")
WATCH = _("Satyalancana due")
BY_UNIT = _("Choose a unit")
FIND = _("Find an employee")
NOTE = _("Note something")
RECORD = _("Yes, record it")
CANCEL_NOTE = _("This note is wrong")
ALL_UNITS = _("All units")
STEPS = {10: "X", 20: "XX", 30: "XXX"}
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


def watch(unit: str, due: int, soon: int) -> str:
    lines = [
        words.bold(_("Satyalancana Karya Satya")),
        str(words.safe(unit) if unit else ALL_UNITS),
    ]
    if not due and not soon:
        lines.append(_("Nobody is due now or within a year."))
        return "\n".join(lines)
    lines.append(
        _("May be proposed now: {due}. Within a year: {soon}.").format(
            due=words.number(due), soon=words.number(soon)
        )
    )
    lines.append(_("Counted from the NIP and what HR has noted; please compare with the decrees."))
    return "\n".join(lines)


def watch_line(name: str, unit: str, one: Service) -> str:
    who = f"• {words.bold(strip_titles(name))}, {words.safe(unit)}: "
    if one.due and one.due_since:
        return who + _("{step} since {day}").format(
            step=STEPS[one.due], day=words.short_day(one.due_since)
        )
    assert one.following is not None
    assert one.following_on is not None
    return who + _("{step} on {day}").format(
        step=STEPS[one.following], day=words.short_day(one.following_on)
    )


def units(many: int) -> str:
    return _("Which unit?") if many else _("Nobody is due now or within a year.")


def unit_label(name: str, many: int) -> str:
    behind = f" ({many})"
    return words.fitting(name, words.LABEL - len(behind)) + behind


def ask_name() -> str:
    return _("Whose years of service? Please type the name or the NIP.")


def nobody_found() -> str:
    return _("I found nobody of that name in your units. Please type it once more.")


def standing(name: str, unit: str, one: Service | None, *, mine: bool) -> str:
    head = words.bold(_("Satyalancana Karya Satya"))
    if not mine:
        head += f"\n{words.bold(name)}, {words.safe(unit)}"
    if one is None:
        return head + "\n\n" + _("Years of service count for PNS only, from the month of CPNS.")
    return "\n".join([head, "", *_counted(one), "", *_next(one)])


def _counted(one: Service) -> list[str]:
    lines = [_("CPNS since {day}.").format(day=words.short_day(one.started))]
    if one.broken_by is not None:
        why = {
            NoteKind.BREAK: _("After a break the years count anew from {day}."),
            NoteKind.MEDIUM: _("After a medium penalty the years count anew from {day}."),
            NoteKind.HEAVY: _("After a heavy penalty the years count anew from {day}."),
        }[one.broken_by]
        lines.append(why.format(day=words.short_day(one.counted_from)))
    lines.append(_("Unbroken service: {years} years.").format(years=one.years))
    if one.received:
        lines.append(_("Received: {step}.").format(step=STEPS[one.received]))
    return lines


def _next(one: Service) -> list[str]:
    lines = []
    if one.due and one.due_since:
        told = _("<b>{step}</b> may be proposed since {day}. The President decides.")
        lines.append(told.format(step=STEPS[one.due], day=words.short_day(one.due_since)))
    if one.following and one.following_on:
        told = _("The next one is {step}, from {day}.")
        lines.append(told.format(step=STEPS[one.following], day=words.short_day(one.following_on)))
    return lines


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
        return head + _("On which day was the decree signed? For example “17 Agustus 2016”.")
    return head + _("From when to when? For example “1 Januari 2019 sampai 31 Desember 2019”.")


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
