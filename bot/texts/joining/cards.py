"""Screens on the way in: invitation, second proof, welcome, moving."""

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


SURVEY = _("Survey for citizens")


def greeting() -> str:
    door = _(
        "<b>Welcome to Teladan</b>\n\n"
        "This bot is for the office's employees. To come in you need an invitation from your "
        "HR department: open the link, scan the QR code, or type the code of 22 characters here."
        "\n\nNo invitation yet? Please ask your HR department.\n\n"
        "Are you a citizen? Tell us how you were served, without an account: /survei"
    )
    return "\n".join([door, _("Do you hold a certificate? See whether it is genuine: /cek")])


def claim(masked: str, unit: str) -> str:
    return _(
        "<b>Invitation</b> · {step}\n\nThis invitation is for:\n<b>{name}</b>\n{unit}\n\n"
        "Is that you? Nothing is recorded until you say yes."
    ).format(step=words.step(1, 2), name=words.safe(masked), unit=words.safe(unit))


def second_proof(masked: str, unit: str, until: datetime, number: str, *, contact: bool) -> str:
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
            "An HR officer now has to approve this account and will ask you for the number below. "
            "You will get a message here."
        )
    shown = _(
        "Your recognition number: <code>{number}</code>\nTell it only to the officer who approves "
        "you, in person or by telephone."
    ).format(number=number)
    return "\n\n".join(
        [head, ask, shown, _("Valid until {moment}.").format(moment=words.moment(until))]
    )


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
