"""Sentences on the way in: invitation, second proof, welcome, moving to another account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.language import _

THAT_IS_ME = _("Yes, that is me")
NOT_ME = _("Not me")
WRONG_SUPERIOR = _("My superior is wrong")
WITHDRAW = _("Withdraw the report")
DOOR = (_("My place in the office"), _("your unit, your superiors, and how to report a mistake"))


def greeting() -> str:
    return _(
        "<b>Welcome to Teladan</b>\n\n"
        "This bot is for the office's employees. To come in you need an invitation from your "
        "HR department: open the link, scan the QR code, or type the code of 22 characters here."
        "\n\nNo invitation yet? Please ask your HR department."
    )


def claim(masked: str, unit: str) -> str:
    return _(
        "<b>Invitation</b> · {step}\n\nThis invitation is for:\n<b>{name}</b>\n{unit}\n\n"
        "Is that you? Nothing is recorded until you say yes."
    ).format(step=words.step(1, 2), name=words.safe(masked), unit=words.safe(unit))


def not_you() -> str:
    return _("Thank you. The invitation was not used. Please give it back to your HR department.")


def second_proof(masked: str, unit: str, until: datetime, *, contact: bool) -> str:
    """What is asked for next: the own number, or patience until HR has approved."""
    head = _("<b>Confirmation</b> · {step}\n\n{name}, {unit}").format(
        step=words.step(2, 2), name=words.safe(masked), unit=words.safe(unit)
    )
    if contact:
        ask = _(
            "Press “Share my number” below the text field. The number is compared with the one "
            "your HR department has. If you cannot, an HR officer may approve instead."
        )
    else:
        ask = _(
            "An HR officer now has to approve this account. You will get a message here; "
            "you need not do anything."
        )
    return "\n\n".join([head, ask, _("Valid until {moment}.").format(moment=words.moment(until))])


def waits(masked: str, starts: datetime) -> str:
    return _(
        "<b>Confirmed</b>\n\n{name}, because you decide about others, the change of account takes "
        "effect on {moment}. Until then the previous account can object."
    ).format(name=words.safe(masked), moment=words.moment(starts))


def suspended() -> str:
    return _(
        "This account is suspended. Please contact your HR department; with a new invitation you "
        "can come in again."
    )


def no_such_code() -> str:
    """One sentence for wrong, used, ended and expired codes."""
    return _(
        "This code is not valid. It may be mistyped, used, or older than 72 hours. Please ask "
        "your HR department for a new one."
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


def welcome(name: str, sex: int, post: str, unit: str, chain: Sequence[str]) -> str:
    lines = [
        _("<b>Your place in the office</b>"),
        _("{name}\n{post}\n{unit}").format(
            name=words.bold(words.addressed(name, sex)),
            post=words.safe(post) or "-",
            unit=words.safe(unit),
        ),
    ]
    if chain:
        above = "\n".join(f"{at}. {words.safe(boss)}" for at, boss in enumerate(chain[:6], 1))
        lines.append(_("Your superiors, nearest first:\n{above}").format(above=above))
    else:
        lines.append(_("No superior is listed for you."))
    lines.append(_("Is something wrong? Press “My superior is wrong”. Otherwise open /menu."))
    return "\n\n".join(lines)


def superior(name: str) -> str:
    listed = words.bold(name) if name else _("nobody")
    return _(
        "<b>Report a wrong superior</b>\n\nListed now: {listed}\n\n"
        "Please type who your direct superior really is: name, and post or unit. "
        "HR will check and decide."
    ).format(listed=listed)


def reported(name: str, said: str, since: datetime) -> str:
    return _(
        "<b>Report a wrong superior</b>\n\nListed now: {listed}\nYour report: {said}\n"
        "Sent {moment}.\n\nHR is checking it. You will get a message when it is decided."
    ).format(
        listed=words.bold(name) if name else _("nobody"),
        said=words.safe(said),
        moment=words.moment(since),
    )


def say_who() -> str:
    return _("Please type the name of your superior, for example: Budi Santoso, Head of Service.")


def change_asked() -> str:
    return _(
        "<b>Change of account</b>\n\nSomebody with an invitation in your name wants to use "
        "Teladan from another Telegram account. If that is you, do nothing.\n\n"
        "If not, press “Not me”: the change is stopped and HR is alarmed."
    )


def change_done() -> str:
    return _(
        "<b>Change of account</b>\n\nYour Teladan account is now used from another Telegram "
        "account; this one has ended. If that was not you, press “Not me”: the new account is "
        "stopped and HR is alarmed."
    )


def change_stopped() -> str:
    return _(
        "<b>Change of account</b>\n\nThe other account cannot be used. HR has been told and will "
        "contact you. There is nothing more you have to do."
    )


def too_late_to_deny() -> str:
    return _("The change is more than seven days old. Please contact your HR department.")


def letter_welcome(name: str, sex: int) -> str:
    return _("Welcome, {name}. Your Teladan account is active.").format(
        name=words.safe(words.addressed(name, sex))
    )


def letter_waiting() -> str:
    return _("An account is waiting for your approval.")


def letter_joined(count: int) -> str:
    return _("In this hour {count} employees of your units have joined Teladan.").format(
        count=words.number(count)
    )


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
