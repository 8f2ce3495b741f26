"""Sentences of the list of one's certificates, and of one of them."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _

MINE, DOWNLOAD = _("My certificates"), {
    "award": _("Download certificate"),
    "training": _("Download the certificate"),
}  # fmt: skip
SEE = _("Its certificate")
KINDS = {"award": _("Certificate of honour"), "training": _("Certificate of training")}


def mine(count: int) -> str:
    if count:
        return words.bold(MINE)
    return "\n".join(
        [
            words.bold(MINE),
            _("You have none yet. One comes with every award and every training completed."),
        ]
    )


def line(number: str, honour: str, revoked_on: date | None) -> str:
    gone = f" ({revoked(revoked_on)})" if revoked_on else ""
    return f"• {words.safe(honour)}, {number}{gone}"


def revoked(day: date) -> str:
    return _("revoked on {day}").format(day=words.short_day(day))


def card(kind: str, number: str, name: str, honour: str, day: date) -> str:
    return "\n".join(
        [
            words.bold(f"{KINDS[kind]} {number}"),
            f"{words.bold(name)}: {words.safe(honour)}",
            _("Issued on {day}.").format(day=words.day(day)),
        ]
    )


def state(revoked_on: date | None, reason: str) -> str:
    if revoked_on is None:
        return _("Genuine and in force. Whoever scans its QR code sees that.")
    said = _("Revoked on {day}.").format(day=words.day(revoked_on))
    because = _("Reason: <i>{text}</i>").format(text=words.safe(reason))
    return "\n".join([said, because]) if reason else said


def attached(*, signed: bool) -> str:
    if signed:
        return _(
            "The PDF above bears the electronic signature of the office. Pass it on as it is: "
            "whatever changes the file breaks the signature."
        )
    return _(
        "The PDF above has no electronic signature, for the office has not set up its key. The "
        "QR code proves it all the same."
    )
