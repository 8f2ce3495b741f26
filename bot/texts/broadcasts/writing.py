"""Screens of writing a broadcast: the desk, its text, file and hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules import broadcasts as rules
from bot.rules.broadcasts import State
from bot.rules.evidence import EvidenceState
from bot.texts import words
from bot.texts.language import _, ngettext

TITLE = _("Broadcasts")
NEW = _("New broadcast")
TEXT = _("Text and file")
AUDIENCE = _("For whom")
TIME = _("When")
QUIZ = _("Quiz")
PREVIEW = _("Preview")
NO_FILE = _("Without a file")
AT_ONCE = _("At once")
DUTY = _("At any hour (duty)")
NO_DUTY = _("Only in office hours")
STATES = {
    State.DRAFT: _("draft"),
    State.ASKED: _("waits for the second person"),
    State.PLANNED: _("planned"),
    State.SENDING: _("being sent"),
    State.SENT: _("sent"),
    State.CANCELLED: _("stopped"),
}
FILES = {
    EvidenceState.WAITING: _("being checked"),
    EvidenceState.KEPT: _("checked"),
    EvidenceState.REFUSED: _("refused"),
}


def desk(drafts: int, asked: int, sent: Sequence[tuple[str, str]], page: int, pages: int) -> str:
    head = words.bold(TITLE)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    blocks = [head]
    if asked:
        blocks.append(_("Waiting for your agreement: {count}").format(count=words.number(asked)))
    if drafts:
        blocks.append(_("Drafts of yours: {count}").format(count=words.number(drafts)))
    lines = [
        f"• <b>{words.safe(words.fitting(title, 60))}</b>\n{STATES[State(state)]}"
        for title, state in sent
    ]
    blocks.append("\n".join(lines) if lines else _("Nothing has been sent so far."))
    blocks.append(
        _(
            "A broadcast reaches many people in their chats, with a picture or PDF and a short "
            "quiz where you want one. You see it before it goes out."
        )
    )
    return "\n\n".join(blocks)


def ask_text(text: str) -> str:
    asked = _(
        "<b>What do you want to say?</b>\n\nType the text, at most {most} characters. You may "
        "also send a picture or a PDF, with the text below it."
    ).format(most=words.number(rules.TEXT_LIMIT))
    return f"{asked}\n\n<i>{words.safe(text)}</i>" if text else asked


def draft(
    text: str, whom_: str, starts: datetime | None, file: str, questions: int, reason: str,
    *, duty: bool,
) -> str:  # fmt: skip
    lines = [_("For: {whom}").format(whom=words.safe(whom_)), when(starts, duty=duty)]
    if file:
        lines.append(_("File: {state}").format(state=FILES[EvidenceState(file)]))
    if questions:
        lines.append(
            ngettext("Quiz: {count} question", "Quiz: {count} questions", questions).format(
                count=words.number(questions)
            )
        )
    head = words.bold(_("Draft of a broadcast"))
    blocks = [head, f"<i>{words.safe(words.fitting(text, 300))}</i>", "\n".join(lines)]
    if reason:
        blocks.append(_("Returned to you: {reason}").format(reason=words.safe(reason)))
    return "\n\n".join(blocks)


def when(starts: datetime | None, *, duty: bool) -> str:
    """`Kapan: Senin, 1 Desember 2026 pukul 09.00 waktu setempat`."""
    if starts is None:
        said = _("When: at once")
    else:
        said = _("When: {day} at {time}, on the clock of each unit").format(
            day=words.day(starts.date()), time=words.clock(starts)
        )
    if duty:
        return said + " " + _("(duty: at any hour, on leave as well)")
    return said


def ask_time(starts: datetime | None, *, duty: bool) -> str:
    ask = _(
        "Type a day and hour, for example: tomorrow at 9 am. It holds on the clock of each unit: "
        "at 9 in Jakarta and at 9 in Jayapura.\n\nQuiet hours, days off and leave are respected: "
        "whoever is on leave gets it afterwards. What is duty comes at any hour, and a second "
        "person must agree."
    )
    return "\n\n".join([words.bold(TIME), when(starts, duty=duty), ask])
