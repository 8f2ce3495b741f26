"""Sentences about the second person's word on the notice of a breach (UU 27/2022 art. 46)."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _
from bot.texts.personal.breaching import Told, said, whom

ASK, MEND = _("Ask for confirmation"), _("Mend the record")
READ, SEND, RETURN = _("Read and confirm"), _("Confirm and send"), _("Send back …")


def mending(one: Told) -> str:
    lines = [
        words.bold(_("Data breach {number}").format(number=one.number)),
        *said(one),
        _("Affected: {whom}").format(whom=whom(one)),
    ]
    if one.asked is not None and one.notice == "asked":
        lines.append(_("Any change takes the request for confirmation back; please ask again."))
    return "\n".join(lines)


def judging(one: Told) -> str:
    """The very words of the notice, for whoever confirms them."""
    lines = [
        words.bold(_("Notice to be confirmed")),
        *said(one),
        _("Goes to: {whom}, {people} people").format(
            whom=whom(one), people=words.number(one.people)
        ),
    ]
    if one.asked is not None:
        lines.append(
            _("Confirmation asked: {name}, {moment}").format(
                name=words.safe(one.asker), moment=words.moment(one.asked)
            )
        )
    if one.due is not None:
        lines.append(_("To be told by: {moment}").format(moment=words.moment(one.due)))
    lines.append(_("Once sent it cannot be changed."))
    return "\n".join(lines)


def ask_reason() -> str:
    return _("Please type what is to be mended before the notice goes out.")


def confirm_letter(due: datetime) -> str:
    return _(
        "The notice of a data breach waits for your confirmation. The people concerned are to be "
        "told by {moment}."
    ).format(moment=words.moment(due))


def returned_letter() -> str:
    return _("The notice of a data breach was sent back to you. Please read why, and mend it.")


def asked() -> str:
    return _("Asked. The 3 × 24 hours run on.")


def told() -> str:
    return _("Confirmed. The notices go out from now on.")


def given_back() -> str:
    return _("Sent back with your reason.")


def mended() -> str:
    return _("Changed. Please ask for confirmation when it is right.")


def nobody_confirms() -> str:
    return _("Nobody else can confirm the notice: neither another head nor HR has an account.")


def another_confirms() -> str:
    return _("Another person confirms this notice.")


def not_waiting() -> str:
    return _("This notice does not wait for confirmation any more.")


def already_told() -> str:
    return _("The notice was sent and cannot be changed any more.")


def not_confirmed() -> str:
    return _("The letter can be printed once the notice has been confirmed.")
