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
SHOWN = 8
PURPOSE = _("Invitations handed over in person")


def go_on(count: int) -> str:
    return _("Go on ({count})").format(count=words.number(count))


def everybody(count: int) -> str:
    return _("All units ({count})").format(count=words.number(count))


def full() -> str:
    return _("More units do not fit at once. Print for these first, then choose the others.")


def choose(total: int, chosen: int, page: int, pages: int, *, at_most: bool) -> str:
    head = words.bold(PRINT)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        return f"{head}\n\n" + _("Everybody in your units has joined.")
    asked = _(
        "{count} employees have not joined. Choose one or several units, or print for all of "
        "them. Part of a unit's name can be typed, too."
    ).format(count=words.number(total))
    cards = _("The file holds a card for each person, to be cut and handed over in person.")
    blocks = [head, asked, cards]
    if chosen:
        blocks.append(_("Chosen: {count} units").format(count=words.number(chosen)))
    if chosen and at_most:
        blocks.append(full())
    return "\n\n".join(blocks)


def unit(names: Sequence[str], never: int, invited: int, most: int) -> str:
    """No names: all units."""
    if not names:
        head = _("Invitations for all units")
    elif len(names) == 1:
        head = _("Invitations for {unit}").format(unit=words.fitting(names[0], 80))
    else:
        head = _("Invitations for {count} units").format(count=words.number(len(names)))
    lines = [words.bold(head)]
    if len(names) > 1:
        shown = "\n".join(f"• {words.safe(words.fitting(one, 50))}" for one in names[:SHOWN])
        lines.append(shown + ("\n• …" if len(names) > SHOWN else ""))
    lines += [
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
            _("A file has at most {most} cards, unit by unit; go on until all are done.").format(
                most=words.number(most)
            )
        )
    return "\n\n".join(lines)


def printed_now(count: int, done: int, of: int) -> str:
    """So many cards in this file; `done` of all have one now."""
    head = _(
        "{count} cards. The file holds personal data: print it, delete it, and hand each card "
        "over to that person alone. It is not kept here."
    ).format(count=words.number(count))
    if done < of:
        head += "\n\n" + _("{done} of {of} people have a card now.").format(
            done=words.number(done), of=words.number(of)
        )
    return head


def nobody() -> str:
    return _("Nobody is left who needs a card.")


def printed(office: str, bot: str) -> dict[str, object]:
    """Every word of the sheet but those of one person; `bot`: its name, empty if unknown."""
    steps: Sequence[str] = (
        (
            _("Point the camera of your phone at the code."),
            _("Press Start in Telegram. No camera? Find {bot} there and type the code.").format(
                bot=f"@{bot}"
            ),
            _("Answer the questions; they prove that it is you."),
        )
        if bot
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
    }


def valid(until: datetime) -> str:
    """Until when one person's card counts, in the zone of that person's unit."""
    return _("Valid until {moment}, once. Do not give it to anybody else.").format(
        moment=words.moment(until)
    )


def file_name(day: str, part: int) -> str:
    """`part` counts the files of many cards; 0: there is but one."""
    return f"undangan-{day}-{part}.pdf" if part else f"undangan-{day}.pdf"
