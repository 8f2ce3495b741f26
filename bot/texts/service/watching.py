"""Sentences of who is due for Satyalancana Karya Satya, and of one's own years."""

from __future__ import annotations

from bot.rules.awards.service import NoteKind, Service
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

MINE = _("My Satyalancana")
WATCH = _("Satyalancana due")
BY_UNIT = _("Choose a unit")
FIND = _("Find an employee")
ALL_UNITS = _("All units")
STEPS = {10: "X", 20: "XX", 30: "XXX"}


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
