"""Screens of writing a record: its lines, who owes a step until when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.forum_records import LINE_LIMIT, LineKind
from bot.rules.forums import Meeting
from bot.texts import words
from bot.texts.forums.records import DUE, KINDS, head, turned, writer
from bot.texts.language import _

WRITE = _("Write the record")
CORRECT = _("Correct the record")
PUBLISH = _("Publish the record")
REALLY_PUBLISH = _("Yes, publish it")
CHANGE_LINE = _("Change a line")
ADD = {
    LineKind.POINT: _("+ Point"),
    LineKind.DECISION: _("+ Decision"),
    LineKind.ACTION: _("+ Step"),
}
_ASKED = {
    LineKind.POINT: _("What was said? Type one point in one message, at most {most} characters."),
    LineKind.DECISION: _("What was decided? Type it in one message, at most {most} characters."),
    LineKind.ACTION: _(
        "What is to be done? Type one step in one message, at most {most} characters; who does "
        "it and until when is asked next."
    ),
}


def writing(
    meeting: Meeting, edition: int, lines: Sequence[str], pages: tuple[int, int], incomplete: int
) -> str:
    title = str(CORRECT if edition else WRITE)
    blocks = [head(meeting, title)]
    if lines:
        blocks += ["\n".join(lines), *turned(*pages)]
    else:
        blocks.append(_("Nothing is written yet."))
    if incomplete:
        blocks.append(
            _("{count} steps have nobody or no day yet; press Change a line.").format(
                count=words.number(incomplete)
            )
        )
    blocks.append(
        _(
            "Each line is kept at once. Choose what comes next, or just type a point. Until it is "
            "published, only the host and the note-taker see it."
        )
    )
    return "\n\n".join(blocks)


def sure_to_publish(meeting: Meeting, lines: int, steps: int) -> str:
    told = [
        _("Publish this record? It has {lines} lines, {steps} of them steps to take.").format(
            lines=words.number(lines), steps=words.number(steps)
        ),
        _(
            "Everybody who takes part is told, and whoever owes a step gets it as a task. A "
            "published record is never deleted: it can only be corrected, with a reason that all "
            "can read."
        ),
    ]
    return "\n\n".join([head(meeting, PUBLISH), *told])


def ask_line(meeting: Meeting, kind: LineKind) -> str:
    return "\n\n".join([head(meeting, KINDS[kind]), _ASKED[kind].format(most=LINE_LIMIT)])


def which_line(meeting: Meeting, lines: Sequence[str], pages: tuple[int, int]) -> str:
    asked = _("Which line do you want to change or take out?")
    return "\n\n".join([head(meeting, CHANGE_LINE), "\n".join(lines), *turned(*pages), asked])


def change_line(meeting: Meeting, told: str) -> str:
    asked = _("Type the line anew to change it.")
    return "\n\n".join([head(meeting, CHANGE_LINE), told, asked])


def ask_owner(text: str, found: bool, pages: tuple[int, int]) -> str:
    return _choice(_("Who does it?"), text, found, pages)


def ask_note_taker(name: str, found: bool, pages: tuple[int, int]) -> str:
    asked = _("Who shall write the record, beside you? Whoever is named is told.")
    return _choice(asked, writer(name) if name else "", found, pages, escape=False)


def ask_whom(text: str, found: bool, pages: tuple[int, int]) -> str:
    asked = _("Who shall do it instead? It stays where it is until that person takes it over.")
    return _choice(asked, text, found, pages)


def _choice(
    asked: str, text: str, found: bool, pages: tuple[int, int], *, escape: bool = True
) -> str:
    blocks = [f"<b>{asked}</b>"]
    blocks += [words.safe(text) if escape else text] if text else []
    if not found:
        blocks += turned(*pages)
    blocks.append(_("You may also type part of a name."))
    return "\n\n".join(blocks)


def ask_due(text: str) -> str:
    return "\n\n".join(
        [
            f"<b>{DUE}?</b>",
            words.safe(text),
            _(
                "Choose a button, or type the day, for example: Monday next week, or 12 "
                "December 2026."
            ),
        ]
    )


def weeks(count: int) -> str:
    return _("In {count} weeks").format(count=count) if count > 1 else _("In one week")


def ask_reason(meeting: Meeting) -> str:
    asked = _(
        "What did you correct, and why? Type one sentence; everybody who takes part reads it. "
        "The earlier edition stays to be read."
    )
    return "\n\n".join([head(meeting, CORRECT), asked])


def enough_lines(most: int) -> str:
    return _("A record holds at most {most} lines.").format(most=most)


def due_out_of_reach() -> str:
    return _("Please name a day from today until a year from now.")


def bad_due() -> str:
    return _("I did not understand the day. For example: Monday next week, or 12 December 2026.")


def not_complete() -> str:
    return _("Please write at least one line, and name who does each step until when.")


def nothing_changed() -> str:
    return _("Nothing has changed since the newest edition.")
