"""Screens of a roster file in the chat: asked for, checked, what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.texts import words
from bot.texts.language import _
from bot.texts.roster.faults import fault, unreadable

TITLE = _("Import a roster")
SEND_ANOTHER = _("Send another file")
REPORT = _("Download report")
TEMPLATE = _("Download a template")
FORGET = _("Forget this file")
LOOK_AGAIN = _("See again")


def ask(columns: Sequence[str]) -> str:
    return _(
        "<b>Bring in a roster</b>\n\nSend the list of employees as XLSX or CSV, with these "
        "columns in its first line:\n<code>{columns}</code>\n\nEvery line is checked first; you "
        "see what is wrong and what would change. Nothing is changed before you say so, and then "
        "all of it or nothing."
    ).format(columns=", ".join(columns))


def no_file() -> str:
    return _("Please send the roster as an XLSX or CSV file of at most 20 MB.")


def not_read(code: str, columns: Sequence[str]) -> str:
    return _("<b>This file cannot be read</b>\n\n{why}\n\nNothing was changed.").format(
        why=words.safe(unreadable(code, columns))
    )


def faulty(count: int, first: Sequence[tuple[int, str, str, str]]) -> str:
    """Line, column, code and detail of the first faults."""
    lines = [f"• {words.safe(words.fitting(fault(*one), 180))}" for one in first]
    return "\n".join(
        [
            words.bold(_("{count} faults; nothing was changed").format(count=words.number(count))),
            "",
            *lines,
            "",
            mend(),
        ]
    )


def mend() -> str:
    return _("The report lists them all. Mend them in the file and send it again.")


def found(figures: Mapping[str, int], lines: int, *, leavers: bool) -> str:
    rows = [
        _("<b>No faults in {lines} lines</b>").format(lines=words.number(lines)),
        "",
        _("New: {count}").format(count=words.number(figures["new"])),
        _("Moved (unit or superior): {count}").format(count=words.number(figures["moved"])),
        _("Other changes: {count}").format(count=words.number(figures["changed"])),
        _("Roles that change: {count}").format(count=words.number(figures["roles"])),
        _("Unchanged: {count}").format(count=words.number(figures["unchanged"])),
    ]
    if figures["leaving"]:
        rows.append(
            _("Not in the file: {count}, who would <b>leave</b>; their accounts end")
            if leavers
            else _("Not in the file: {count}, who stay as they are")
        )
        rows[-1] = rows[-1].format(count=words.number(figures["leaving"]))
    return "\n".join(rows)


def look() -> str:
    return _("Look at what changes, then bring it in.")


def nothing() -> str:
    return _("The roster says all this already; there is nothing to bring in.")
