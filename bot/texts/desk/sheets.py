"""Sentences of invitations on paper, in the chat and on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.language import _

PRINT = _("Print invitations")
REALLY = _("Yes, print")
NEXT_ONES = _("Print the next")
AGAIN = _("Print all again")
PURPOSE = _("Invitations handed over in person")


def choose(total: int) -> str:
    if not total:
        return _("<b>Print invitations</b>\n\nEverybody in your units has joined.")
    return _(
        "<b>Print invitations</b>\n\n{count} employees have not joined. Choose a unit; the sheet "
        "holds a card for each of them, to be cut and handed over in person."
    ).format(count=words.number(total))


def unit(name: str, never: int, invited: int, most: int) -> str:
    lines = [
        _("<b>Invitations for {unit}</b>").format(unit=words.safe(name)),
        _("Not joined: {never}, of whom {invited} hold an invitation that is still valid.").format(
            never=words.number(never), invited=words.number(invited)
        ),
        _(
            "A card shows name, unit, a QR code and a code for one use, valid 72 hours. A new "
            "card ends the older one of that person."
        ),
    ]
    if never > most:
        lines.append(
            _("At most {most} cards are printed at once; go on until all are done.").format(
                most=words.number(most)
            )
        )
    return "\n\n".join(lines)


def printed_now(count: int, left: int) -> str:
    head = _(
        "{count} cards. The file holds personal data: print it, delete it, and hand each card "
        "over to that person alone. It is not kept here."
    ).format(count=words.number(count))
    if left:
        head += "\n\n" + _("{left} more are waiting for their card.").format(
            left=words.number(left)
        )
    return head


def nobody() -> str:
    return _("Nobody is left who needs a card.")


def printed(office: str, until: datetime, *, linked: bool) -> dict[str, object]:
    """Every word of the sheet but those of one person."""
    steps: Sequence[str] = (
        (
            _("Point the camera of your phone at the code."),
            _("Press Start in Telegram."),
            _("Answer the questions; they prove that it is you."),
        )
        if linked
        else (
            _("Open the bot of your office in Telegram."),
            _("Press Start and type the code."),
            _("Answer the questions; they prove that it is you."),
        )
    )
    return {
        "title": PRINT,
        "office": office,
        "how": _("How to join"),
        "steps": list(steps),
        "code_label": _("Code:"),
        "valid": _("Valid until {moment}, once. Do not give it to anybody else.").format(
            moment=words.moment(until)
        ),
    }


def file_name(day: str) -> str:
    return f"undangan-{day}.pdf"
