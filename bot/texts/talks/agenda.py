"""Screens of the agenda of a talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _


def agenda(name: str) -> str:
    head = _("What to talk about with {name}").format(name=strip_titles(name))
    return words.bold(head)


def since(day: date | None) -> str:
    if day is None:
        return _("There was no talk yet; this is from the last three months.")
    return _("Since the last talk, {day}:").format(day=words.day(day))


def rated(titles: Sequence[str], many: int) -> str:
    if not many:
        return _("No achievement has been rated since. What would have deserved one?")
    lines = [words.bold(_("Rated achievements: {many}").format(many=many))]
    lines += [f"• {words.safe(words.fitting(one, 80))}" for one in titles]
    return "\n".join(lines)


def low(quarter: tuple[int, int], found: Sequence[tuple[str, Decimal]]) -> str:
    head = words.bold(_("Below expectations, {quarter}").format(quarter=words.quarter(*quarter)))
    lines = [f"• {words.safe(name)}: {words.number(value)}" for name, value in found]
    return "\n".join([head, *lines])


def behind(gone: Decimal, found: Sequence[tuple[str, Decimal | None]]) -> str:
    head = words.bold(
        _("Planned results that lag ({gone}% of the quarter is over)").format(
            gone=words.number(gone)
        )
    )
    lines = [
        f"• {words.safe(words.fitting(text, 80))}: "
        + (_("nothing told yet") if percent is None else f"{words.number(percent)}%")
        for text, percent in found
    ]
    return "\n".join([head, *lines])


def always() -> str:
    return _(
        "And always: what went well? What is in the way? What help is needed, what would you "
        "like to learn?"
    )
