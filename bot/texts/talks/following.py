"""Screens of agreeing on next steps: what, who, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

Step = tuple[str, str, date, str]
"""What, who, until when; how it ended, "" while it is to be done."""
HOW = {(True, False): _("done"), (False, True): _("not pursued")}
"""By whether it was done, and whether it was dropped."""
SHOWN, SHORT = 3, 60


def steps(found: Sequence[Step], today: date) -> str:
    """The first of them; the rest is counted."""
    lines = [words.bold(_("Next steps")), *(_step(one, today) for one in found[:SHOWN])]
    if len(found) > SHOWN:
        lines.append(_("and {many} more").format(many=len(found) - SHOWN))
    return "\n".join(lines)


def _step(one: Step, today: date) -> str:
    text, owner, due, ended = one
    how = ended or words.days_left(due, today)
    text = words.fitting(text, SHORT)
    return f"• {words.safe(text)} ({words.safe(strip_titles(owner))}, {how})"


def ask_step(name: str) -> str:
    return _(
        "What was agreed with {name}? One step in one sentence, for example: "
        "mengikuti pelatihan pelayanan prima."
    ).format(name=words.bold(strip_titles(name)))


def ask_whose(text: str) -> str:
    return f"<i>{words.safe(text)}</i>\n\n" + _("Who does it?")


def ask_until(text: str) -> str:
    return f"<i>{words.safe(text)}</i>\n\n" + _(
        "Until when? Choose, or type a day, for example: 1 December 2026."
    )
