"""Letters about joining: what waits, never whose."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _, ngettext


def letter_welcome(name: str, sex: int) -> str:
    return _("Welcome, {name}. Your Teladan account is active.").format(
        name=words.safe(words.addressed(name, sex))
    )


def letter_waiting() -> str:
    return _("An account is waiting for your approval.")


def letter_joined(count: int) -> str:
    return ngettext(
        "In this hour {count} employee of your units has joined Teladan.",
        "In this hour {count} employees of your units have joined Teladan.",
        count,
    ).format(count=words.number(count))


def letter_changing() -> str:
    return _(
        "Somebody wants to use your Teladan account from another Telegram account. "
        "If that is not you, stop it now."
    )


def letter_changed() -> str:
    return _(
        "Your Teladan account is now used from another Telegram account. "
        "If that was not you, stop it now."
    )


def letter_moved() -> str:
    return _("An employee of your units has changed to another Telegram account.")


def letter_denied() -> str:
    return _(
        "<b>Alarm</b>: an employee says that a change of Telegram account was not theirs. The new "
        "account has been stopped. Please contact the employee in person and issue a new "
        "invitation."
    )


def letter_declined() -> str:
    return _("Your claim was declined. Please contact your HR department.")


def letter_suspended() -> str:
    return _("Your Teladan account was suspended. Please contact your HR department.")


def letter_reported() -> str:
    return _("An employee reports that the listed superior is wrong.")


def letter_settled(accepted: bool, reason: str) -> str:
    if accepted:
        return _("HR has decided your report: your superior has been corrected.")
    return _("HR has decided your report: the superior stays as listed. Reason: {reason}").format(
        reason=words.safe(reason)
    )
