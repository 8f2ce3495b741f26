"""Screens of visit tickets, one at a time or printed."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _

HAND = _("Give one ticket")
ANOTHER = _("Next ticket")
PRINT = _("Print tickets")
END = _("Withdraw unused ones")


def ticket(counter: str, service: str, code: str, link: str, until: date, *, used: bool) -> str:
    lines = [
        words.bold(_("Visit ticket")),
        f"{words.safe(service)} · {words.safe(counter)}",
        _("Let the visitor scan this, or type: {code}").format(code=f"<code>{code}</code>"),
        _("For one answer, until {day}").format(day=words.day(until)),
    ]
    if used:
        lines.append(words.bold(_("This ticket was used.")))
    elif link:
        told = _("Is the visitor gone already? Send this link: {link}")
        lines.append(told.format(link=f"<code>{words.safe(link)}</code>"))
    return "\n\n".join(lines)


def batches(counter: str, service: str, most: int, *, any_: bool) -> str:
    lines = [
        f"{words.bold(_('Printed tickets'))}\n{words.safe(service)} · {words.safe(counter)}",
        _("How many tickets shall be printed? Type a number up to {most}.").format(
            most=words.number(most)
        ),
    ]
    if any_:
        lines.append(_("Printed before:"))
    return "\n\n".join(lines)


def batch_label(day: date, tickets: int, used: int) -> str:
    """`12 Agu 2026: 3/50`."""
    return words.fitting(f"{words.short_day(day)}: {used}/{tickets}")


def bundle(counter: str, service: str, tickets: int, used: int, until: date) -> str:
    return "\n".join(
        [
            words.bold(_("Printed tickets")),
            f"{words.safe(service)} · {words.safe(counter)}",
            _("{count} tickets, {used} used, valid until {day}.").format(
                count=words.number(tickets), used=words.number(used), day=words.day(until)
            ),
        ]
    )


def bundle_over() -> str:
    return _("No ticket of it is valid any more.")


def bundle_attached(many: int) -> str:
    return _("The file above has {count} slips to be cut apart. Keep them like vouchers.").format(
        count=words.number(many)
    )


def batch_ended() -> str:
    return _("The unused tickets are not valid any more.")


def no_count(most: int) -> str:
    return _("Please type a number from 1 to {most}.").format(most=words.number(most))
