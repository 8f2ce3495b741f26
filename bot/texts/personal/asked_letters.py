"""Letters about requests to HR."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def asked_letter(due: datetime) -> str:
    return _(
        "Somebody asks about their personal data. By law it is to be answered by {moment}."
    ).format(moment=words.moment(due))


def near_letter(due: datetime) -> str:
    return _("A request about personal data is due within a day: {moment}.").format(
        moment=words.moment(due)
    )


def overdue_letter(due: datetime) -> str:
    return _(
        "A request about personal data is overdue since {moment}. The 3 × 24 hours of UU 27/2022 "
        "are over; please answer it now."
    ).format(moment=words.moment(due))


def answered_letter() -> str:
    return _("Your request about your personal data is answered.")
