"""What the courier adds to a letter."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _

RECEIVED = _("Received")


def repeated(text: str, first: datetime) -> str:
    """A copy, because nobody knows whether the first one arrived."""
    mark = _("Sent again: the message of {time} may not have reached you.")
    return f"<i>{mark.format(time=words.moment(first))}</i>\n\n{text}"


def again() -> str:
    return _(
        "Telegram was disturbed a moment ago, so my last answer may not have reached you. "
        "What you did is kept; here it goes on."
    )


def thanks() -> str:
    return _("Thank you, noted as received.")
