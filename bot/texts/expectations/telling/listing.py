"""One's own planned results as a list."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _


def mine(year: int, quarter: int, count: int, most: int) -> str:
    title = _("Planned results · {quarter}").format(quarter=words.quarter(year, quarter))
    if not count:
        return words.bold(title)
    return f"{words.bold(title)}\n" + _("{count} of at most {most}").format(count=count, most=most)


def ask_to_begin(most: int) -> str:
    return _(
        "Nothing is planned yet. Say what you want to achieve this quarter: 1 to {most} results, "
        "each with a number to be reached. Your superior agrees to them, and your achievements "
        "then count for them."
    ).format(most=most)


def nothing_planned() -> str:
    return _("Nothing was planned for this quarter.")


def due(day: date, today: date) -> str:
    return _("To be proposed by {day} ({left}).").format(
        day=words.day(day), left=words.days_left(day, today)
    )


def above_missing(superior: str) -> str:
    return _(
        "{name} has no agreed planned results yet. You may propose yours all the same."
    ).format(name=words.safe(superior))


def no_superior() -> str:
    return _("Nobody is listed above you, so what you propose is in force at once.")


def ready(count: int) -> str:
    return _("{count} drafts are complete and may be proposed.").format(count=count)
