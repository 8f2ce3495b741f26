"""Sentences about achievements."""

from __future__ import annotations

from bot.texts.language import _


def changed_since() -> str:
    return _("This has changed in the meantime. Please look at it once more.")


def still_missing() -> str:
    return _("This part is still missing; then it can be sent.")


def nobody_rates() -> str:
    return _(
        "Your superior is not recorded yet, so nobody could rate this. The draft is kept. "
        "Please ask the staff office (kepegawaian) to complete your data."
    )


def sent_notice() -> str:
    return _("Sent.")


def already_rated() -> str:
    return _("This has already been decided, so it cannot be withdrawn.")


def withdrawn_notice() -> str:
    return _("Withdrawn. It is a draft again.")


def nudged_already() -> str:
    return _("You have reminded already. Please wait until tomorrow.")


def nudged_notice() -> str:
    return _("A polite reminder is on its way.")
