"""What is said of a correction that was done, or why it was not."""

from __future__ import annotations

from bot.texts.language import _


def objected() -> str:
    return _(
        "There is an objection to this result: while it waits its reviewer decides, and what was "
        "decided is final."
    )


def not_reckonable() -> str:
    return _("This result cannot be reckoned again. Please tell the HR unit.")


def another() -> str:
    return _(
        "You took part in this result or proposed the change, so another person has to do it."
    )


def nobody() -> str:
    return _("Nobody of your units was found by that name.")


def nobody_else() -> str:
    return _("Nobody else may confirm it at the moment. Your draft is kept.")


def incomplete() -> str:
    return _("Please choose another level and write the reason first.")


def reason_wanted() -> str:
    return _("Please write the reason in whole sentences.")


def waits_already() -> str:
    return _("A correction of this result waits already.")


def decided() -> str:
    return _("This correction is over already.")


def proposed_notice() -> str:
    return _("The correction has been handed to a second person.")


def confirmed_notice() -> str:
    return _("The result has been corrected and published again.")


def refused_notice() -> str:
    return _("The correction has been refused.")


def withdrawn_notice() -> str:
    return _("The correction has been taken back.")
