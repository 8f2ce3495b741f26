"""Questions for a forum, and noting who was there without a phone."""

from __future__ import annotations

from bot.rules.forums import QUESTION_LIMIT, Meeting
from bot.texts import forums, words
from bot.texts.language import _

QUESTIONS = _("Questions for it")
ASK = _("Ask something")
WITH_NAME = _("With my name instead")
WITHOUT_NAME = _("Without name instead")
NOTE = _("Note who was there")
UP, UP_MINE, GONE = "▲ {number}", "✓ {number}", "✗ {number}"


def listing(meeting: Meeting, total: int) -> str:
    head = f"<b>{QUESTIONS}</b> · {forums.title(meeting)}"
    if total:
        return head
    return head + "\n\n" + _("Nobody has asked anything so far.")


def question(number: int, text: str, writer: str, votes: int) -> str:
    who = words.safe(words.called(writer)) if writer else _("without name")
    told = f"{number}. {words.safe(text)}\n"
    return told + _("▲ {votes} · {who}").format(votes=votes, who=who)


def how_to_vote() -> str:
    return _("Press ▲ to vote a question up; press again to take it back.")


def how_to_hide() -> str:
    return _("Press ✗ to take a question from the list.")


def ask(meeting: Meeting, name: str, *, named: bool) -> str:
    parts = [f"<b>{ASK}</b> · {forums.title(meeting)}"]
    parts.append(
        _("What do you want to know? Type it in one message, at most {most} characters.").format(
            most=QUESTION_LIMIT
        )
    )
    if named:
        parts.append(_("Your name stands below it: {name}.").format(name=words.safe(name)))
    else:
        parts.append(
            _(
                "It is sent <b>without name</b>: the bot keeps neither who wrote it nor when, so "
                "you cannot take it back either. It ends here: your own chat still shows what you "
                "typed, for two days the bot remembers who wrote to it at what time, and your "
                "style may be known."
            )
        )
    return "\n\n".join(parts)


def nobody_absent() -> str:
    return _("Nobody of that name is left to note. Please type it once more.")


def absent(meeting: Meeting, page: int, pages: int, found: int) -> str:
    parts = [f"<b>{NOTE}</b> · {forums.title(meeting)}"]
    if not found:
        parts.append(_("Nobody is left to note."))
    else:
        parts.append(_("Press whoever was there and could not enter the code."))
        parts.append(_("Page {page} of {pages}.").format(page=page + 1, pages=pages))
    parts.append(_("You may also type part of a name."))
    return "\n\n".join(parts)
