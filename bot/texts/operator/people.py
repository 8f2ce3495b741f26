"""Sentences about one person's account and code."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def approved() -> str:
    return _("Approved. The account is active.")


def approved_from(opens: datetime) -> str:
    return _("Approved. The account becomes active on {moment}.").format(
        moment=words.moment(opens)
    )


def code_reset() -> str:
    return _("The security code was reset. A new one counts after 24 hours.")
