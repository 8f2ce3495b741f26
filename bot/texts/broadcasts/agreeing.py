"""Screens of the second person, and what the author is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.achievements.items import FAULTS as WHY_REFUSED
from bot.texts.achievements.items import KINDS
from bot.texts.broadcasts.writing import when
from bot.texts.language import _

AGREE = _("Agree")


def asked(author: str, whom_: str, starts: datetime | None, *, duty: bool) -> str:
    head = words.bold(_("A broadcast waits for agreement"))
    lines = [
        _("Written by: {name}").format(name=words.safe(author)),
        _("For: {whom}").format(whom=words.safe(whom_)),
        when(starts, duty=duty),
    ]
    return "\n".join([head, "", *lines])


def correction(author: str) -> str:
    head = words.bold(_("A correction waits for agreement"))
    by = _("Written by: {name}").format(name=words.safe(author))
    return f"{head}\n\n{by}\n\n" + _("Copies that have arrived would be edited to say:")


def hours(credit: int) -> str:
    return _("Whoever passes the quiz is credited {count} JP.").format(count=words.number(credit))


def question(number: int, text: str, options: Sequence[str], right: int) -> str:
    """For whoever agrees: `1. Kapan …? → Dalam 14 hari`."""
    chosen = options[right] if options else ""
    return f"{number}. {words.safe(words.fitting(text, 60))}\n→ {words.safe(chosen)}"


def questions(lines: Sequence[str]) -> str:
    head = words.bold(_("Quiz of the broadcast"))
    return "\n".join([head, "", *lines])


def file_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(words.fitting(name, 60))}".strip()
    return _("The file of your broadcast could not be kept: {shown}, because {why}.").format(
        shown=shown, why=WHY_REFUSED.get(fault, fault)
    )


def ask_reason() -> str:
    return _("Why do you return it? Type it in a sentence; the author reads it.")


def told_asked() -> str:
    return _("A broadcast, or a correction of one, waits for a second person. Please look at it.")


def told_returned(reason: str) -> str:
    return _("Your broadcast was returned: {reason}").format(reason=words.safe(reason))


def told_done() -> str:
    return _("Your broadcast has gone out to everybody whom it can reach.")
