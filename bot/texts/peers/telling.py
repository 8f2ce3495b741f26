"""Sentences of what colleagues said, and of the reply to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.texts import words
from bot.texts.language import _

FEEDBACK = _("Feedback of colleagues")
UPWARD = _("Feedback of subordinates")
REPLY = _("My reply")
READ_REPLY = _("Reply of the person")
SEND_REPLY = _("Send my reply")


def heading(name: str | None, year: int, quarter: int, *, upward: bool) -> str:
    title = str(UPWARD if upward else FEEDBACK)
    told = words.bold(f"{title}, {words.quarter(year, quarter)}")
    return f"{told}\n{words.safe(name)}" if name else told


def answers(count: int) -> str:
    return _("Answers: {count}.").format(count=count)


def not_asked() -> str:
    return _("No colleague was asked for feedback.")


def too_few(shown_from: int) -> str:
    return _(
        "Nothing is shown: fewer than {count} answers. They count nowhere and are not kept."
    ).format(count=shown_from)


def figure(name: str, value: Decimal) -> str:
    return f"{words.safe(name)}: <b>{words.number(value)}</b>"


def figures() -> str:
    return _("Mean of the answers (100 is as expected):")


def withheld(names: Sequence[str]) -> str:
    return _("Withheld, too few answers: {names}.").format(
        names=", ".join(words.safe(name) for name in names)
    )


def said(sentences: Sequence[str], page: int, pages: int) -> str:
    title = _("What was said, shuffled:")
    if pages > 1:
        title += " " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    return "\n".join([title, *(f"• <i>{words.safe(one)}</i>" for one in sentences)])


def not_scored() -> str:
    return _("Not part of any score.")


def reply(name: str | None, year: int, quarter: int) -> str:
    title = words.bold(_("Reply to the feedback, {quarter}"))
    told = title.format(quarter=words.quarter(year, quarter))
    return f"{told}\n{words.safe(name)}" if name else told


def reply_sent(text: str, at: datetime | None) -> str:
    lines = [f"<i>{words.safe(text)}</i>"]
    if at is not None:
        lines.append(_("Sent on {moment}.").format(moment=words.moment(at)))
    return "\n\n".join(lines)


def reply_asked(draft: str) -> str:
    told = _(
        "You may reply once to the feedback on your result. Your superior and the evaluation team "
        "read it; it stays beside the result."
    )
    if not draft:
        return f"{told}\n\n" + _("Type your reply.")
    return f"{told}\n\n<i>{words.safe(draft)}</i>\n\n" + _("Type anew to replace it, or send it.")


def no_reply() -> str:
    return _("There is no reply.")


def replied(year: int, quarter: int) -> str:
    """The letter to the superior: that there is one, and nothing of what it says."""
    return _(
        "One of your people has replied to the feedback on the result of {quarter}. "
        "Please read it and talk about it."
    ).format(quarter=words.quarter(year, quarter))
