"""Screens of the meetings of a pair."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.people import strip_titles
from bot.texts import mentoring, words
from bot.texts.language import _


def meetings(count: int, jp: Decimal) -> str:
    if not count:
        return _("No meeting noted yet. Once or twice a month is usual.")
    return _("Meetings: {count}; confirmed learning {jp} JP.").format(
        count=count, jp=words.number(jp)
    )


def meeting_line(day: date, minutes: int, *, confirmed: bool) -> str:
    state = "✓" if confirmed else _("to be confirmed")
    return f"• {words.short_day(day)}, {mentoring.minutes(minutes)} ({state})"


def ask_day(name: str) -> str:
    return _(
        "On which day did you meet {name}? Choose, or type it: yesterday, last Monday."
    ).format(name=words.bold(strip_titles(name)))


def ask_minutes(day: date) -> str:
    return _("{day}: how long? Choose, or type it, for example: 1 hour 15 minutes.").format(
        day=words.day(day)
    )


def meeting(name: str, day: date, minutes: int, text: str, *, confirmed: bool, mine: bool) -> str:
    lines = [
        words.bold(_("Meeting with {name}").format(name=strip_titles(name))),
        f"{words.day(day)}, {mentoring.minutes(minutes)}",
    ]
    if text:
        lines.append(f"<i>{words.safe(text)}</i>")
    lines.append(
        _("Confirmed by both.") if confirmed else _("Still to be confirmed by the other.")
    )
    if mine:
        lines.append(_("You may type what it was about, for both to read."))
    return "\n\n".join(lines)
