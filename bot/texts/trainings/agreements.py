"""Sentences of the agreements of PPPK."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _

AGREEMENTS = _("Agreements of PPPK")


def listed(missing: int, found: str, *, searched: bool) -> str:
    title = words.bold(AGREEMENTS)
    if searched:
        return f"{title}\n\n{found}"
    told = (
        _("The first day of the agreement is missing for {count} people.").format(
            count=words.number(missing)
        )
        if missing
        else _("The first day of every agreement is on record.")
    )
    hint = _("To look one up, type part of the name, or the NIP.")
    return "\n\n".join(filter(None, [title, told, found, hint]))


def ask(name: str, since: date | None) -> str:
    asked = _(
        "From which day does the agreement of {name} run? Please type the date, such as "
        "01/03/2026. The most JP of a PPPK are counted by its years."
    ).format(name=words.bold(name))
    if since:
        asked += "\n\n" + _("On record: {day}.").format(day=words.day(since))
    return asked


def day_wanted() -> str:
    return _("Please type the first day of the agreement, such as 01/03/2026.")


def nobody_found() -> str:
    return _("No PPPK was found. Please type more of the name, or the NIP.")


def entered(name: str) -> str:
    return _("The agreement of {name} is on record.").format(name=name)
