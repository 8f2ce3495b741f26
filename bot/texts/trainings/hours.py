"""Sentences of the ledger of hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.rules.trainings.hours import Hours, Part
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

SHOWN = 8
SOURCES = {
    "training": _("training"),
    "external": _("elsewhere"),
    "forum": _("forum"),
    "broadcast": _("broadcast"),
    "mentoring": _("mentoring"),
}
WAITS, REFUSED = _("waits to be confirmed"), _("not counted")


class Learned(Protocol):
    """What a line of the ledger needs of it."""

    source: str
    title: str
    minutes: int
    ended_on: date | None
    state: str


def ledger_text(
    year: int, own: Hours, ceiling: str, spread: Mapping[Part, int], rows: Sequence[Learned]
) -> str:
    head = [words.bold(_("My JP {year}").format(year=year)), said.bar(own), said.met(own)]
    blocks = ["\n".join(head)]
    if ceiling:
        blocks.append(ceiling)
    if own.minutes:
        blocks.append(said.spread(spread))
    lines = [line(one) for one in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(_("and {count} more").format(count=len(rows) - SHOWN))
    blocks.append("\n".join(lines) if lines else _("Nothing is on record for this year yet."))
    blocks.append(_("1 JP is 45 minutes of learning."))
    return "\n\n".join(blocks)


def line(one: Learned) -> str:
    """`• Judul (pelatihan, 1 Des 2026): 20 JP`."""
    day = words.short_day(one.ended_on) if one.ended_on else ""
    source = str(SOURCES.get(one.source, one.source))
    told = f"• {words.safe(one.title)} ({source}, {day}): {said.hours(one.minutes)}"
    notes = {"waiting": WAITS, "refused": REFUSED}
    return f"{told}, {notes[one.state]}" if one.state in notes else told
