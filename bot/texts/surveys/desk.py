"""Screens of /survei of staff: its doors, and words that services and counters share."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Public survey"),
    _("/survei: satisfaction of citizens; counters, visit tickets, comments."),
)
COMMAND = _("satisfaction survey")
RESULTS = _("Index of satisfaction")
CASES = _("To be checked ({count})")
COMMENTS = _("Comments ({count})")
RENAME = _("Rename")
CLOSE = _("Close")
REOPEN = _("Open again")


def home(*, counters: bool, keeps: bool) -> str:
    lines = [words.bold(_("Public satisfaction survey"))]
    if counters:
        lines.append(_("Your counters are below: open one to give a visit ticket."))
    if keeps:
        lines.append(
            _("Here are services and their counters, sheets with a QR code, and visit tickets.")
        )
    if not counters and not keeps:
        lines.append(
            _(
                "Citizens answer with the code at the counter. To answer one yourself, type "
                "/survei and the code."
            )
        )
    return "\n\n".join(lines)


def closed(value: bool) -> str:
    return _("Closed.") if value else _("Open again.")


def bad_name(longest: int) -> str:
    return _("Please type a name of 3 to {longest} letters.").format(longest=longest)
