"""Screens of whoever leads or watches: who had talks, who had none, how often."""

from __future__ import annotations

from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _
from bot.texts.talks import every


def team(months: int, people: int, without: int, until: date) -> str:
    return "\n".join(
        [
            words.bold(_("Talks with my people")),
            _("{every}; these months end on {day}.").format(
                every=every(months), day=words.day(until)
            ),
            _("No talk yet: {without} of {people}.").format(without=without, people=people),
        ]
    )


def team_line(name: str, day: date | None, *, had: bool) -> str:
    mark = "✓" if had else "•"
    told = words.short_day(day) if day else _("none noted")
    return f"{mark} {words.safe(strip_titles(name))}: {told}"


def rhythm(months: int, scheme: int) -> str:
    return "\n\n".join(
        [
            words.bold(_("How often")),
            _("At present: {every}.").format(every=every(months).lower()),
            _("The scheme asks for a talk once in {months} months; oftener is always welcome.")
            .format(months=scheme),
        ]
    )  # fmt: skip


def missing(first: date, until: date, people: int, without: int) -> str:
    return "\n".join(
        [
            words.bold(_("Who had no talk")),
            f"{words.short_day(first)} – {words.short_day(until)}",
            _("{without} of {people} people had none so far.").format(
                without=words.number(without), people=words.number(people)
            ),
        ]
    )


def missing_line(name: str, unit: str, superior: str) -> str:
    said = _("{name}, {unit} (superior: {superior})")
    return "• " + said.format(
        name=words.safe(strip_titles(name)), unit=words.safe(unit),
        superior=words.safe(strip_titles(superior)),
    )  # fmt: skip
