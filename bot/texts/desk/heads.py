"""Sentences of units and their heads."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import words
from bot.texts.language import _

UNITS = _("Units and heads")
APPOINT = _("Appoint a head")
REALLY = _("Yes, appoint")
NAME = 60


def listed(units: Sequence[tuple[str, str]], page: int, pages: int) -> str:
    head = words.bold(UNITS)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = [
        f"• <b>{words.safe(words.fitting(name, NAME))}</b>\n"
        + _("Head: {name}").format(name=words.safe(words.fitting(boss, NAME)) or "–")
        for name, boss in units
    ]
    return "\n".join([head, "", *lines, "", _("Choose a unit, or type part of its name.")])


def card(name: str, above: str, head: str, people: int, below: int) -> str:
    lines = [
        words.bold(name),
        _("Belongs to: {unit}").format(unit=words.safe(above) or "–"),
        _("Head: {name}").format(name=words.safe(head) or "–"),
        _("Employees: {people} · units below: {below}").format(
            people=words.number(people), below=words.number(below)
        ),
    ]
    return "\n".join(lines)


def ask(name: str) -> str:
    return _("<b>Head of {unit}</b>\n\nType part of the name or the whole NIP.").format(
        unit=words.safe(name)
    )


def check(unit: str, before: str, after: str) -> str:
    return _(
        "<b>Head of {unit}</b>\n\nUntil now: {before}\nFrom today on: <b>{after}</b>\n\nThe head "
        "publishes results, decides awards, and sees the unit with all below it. HR and the "
        "inspectorate hear of it."
    ).format(unit=words.safe(unit), before=words.safe(before) or "–", after=words.safe(after))


def appointed() -> str:
    return _("The head was appointed.")


def heads_already() -> str:
    return _("This person heads the unit already.")


def no_unit() -> str:
    return _("No unit of that name. Please check the spelling.")
