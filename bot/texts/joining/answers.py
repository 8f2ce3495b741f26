"""What people are told on the way in after an act, and why something cannot be."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def not_you() -> str:
    return _("Thank you. The invitation was not used. Please give it back to your HR department.")


def no_such_code() -> str:
    """One sentence for wrong, used, ended and expired codes."""
    return _(
        "This code is not valid. It may be mistyped, used, or older than 72 hours. Please ask "
        "your HR department for a new one. If you have not used it yourself, tell them so: "
        "somebody else may have come first, and a new code ends that claim."
    )


def number_wanted(since: datetime) -> str:
    """Whoever approves has not said what the person's phone shows."""
    return _(
        "This claim was made on {moment}. Ask the person directly which four digits are on the "
        "phone, and approve with them."
    ).format(moment=words.moment(since))


def other_claim(since: datetime) -> str:
    return _(
        "The phone that made this claim on {moment} shows other digits. If the person read them "
        "out correctly, somebody else used the invitation: do not approve; a new invitation ends "
        "that claim."
    ).format(moment=words.moment(since))


def number_by_button() -> str:
    return _(
        "A number that is typed does not show that it is yours. Please press “Share my number” "
        "below the text field."
    )


def own_contact_only() -> str:
    return _(
        "This is not your own contact. Please press “Share my number”; contacts of others and "
        "forwarded contacts do not count."
    )


def contact_is_not_enough() -> str:
    return _(
        "For this account an HR officer has to approve; a number is not enough. "
        "You will get a message here."
    )


def other_number() -> str:
    return _(
        "This number is not the one your HR department has. Ask them to correct the list, or to "
        "approve your account. Your claim stays open."
    )


def number_matches() -> str:
    return _("Your number matches. The account is active.")


def already_active() -> str:
    return _("Your account is active already.")


def claim_settled() -> str:
    return _("This claim has been settled already.")


def say_who() -> str:
    return _("Please type the name of your superior, for example: Budi Santoso, Head of Service.")


def too_late_to_deny() -> str:
    return _("The change is more than seven days old. Please contact your HR department.")
