"""Sentences of the public page where the survey is answered."""

from __future__ import annotations

from datetime import date

from bot.texts import words
from bot.texts.language import _, ngettext
from bot.texts.surveys.asking import FAULTS


def title() -> str:
    return _("Public satisfaction survey")


def explained() -> str:
    return _("Type the number that stands beneath the QR code at the counter or on your ticket.")


def number() -> str:
    return _("Number of the counter or ticket")


def go_on() -> str:
    return _("Go on")


def where(service: str, counter: str, unit: str) -> list[str]:
    return [service, f"{counter} · {unit}"]


def promise(*, ticketed: bool) -> str:
    told = _("Nine short questions. Your answers carry no name and no number.")
    if ticketed:
        return f"{told} {_('Your visit ticket is valid for one answer.')}"
    return f"{told} {_('Without a visit ticket your answer is counted apart.')}"


def comment() -> str:
    return _("Is there something you want to say? (may stay empty, no names please)")


def wish() -> str:
    return _(
        "I want to see whether it has changed. You get an address to look at; nothing about you "
        "is kept."
    )


def send() -> str:
    return _("Send")


def open_chat() -> str:
    return _("Answer in Telegram instead")


def incomplete(missing: int) -> str:
    return ngettext(
        "Please answer the {count} question that is still open.",
        "Please answer the {count} questions that are still open.",
        missing,
    ).format(count=words.number(missing))


def too_long(limit: int) -> str:
    return _("The comment may have at most {limit} letters.").format(limit=words.number(limit))


def fault(which: str) -> str:
    return {
        **FAULTS,
        "stale": _("This form was open for too long. Please send it once more."),
        "again": _("Your answer has been received already."),
    }[which]


def thanks() -> str:
    return _("Thank you! Your answer has been received.")


def unnamed() -> str:
    return _("Nobody sees who gave it. It helps to make the service better.")


def keep_address() -> str:
    return _("Keep this address: there you will read when it has changed.")


def news_title() -> str:
    return _("What came of my comment")


def no_news(asked: date) -> str:
    return _("You wrote to us on {day}. It has not changed yet; please look again later.").format(
        day=words.day(asked)
    )


def told(day: date) -> str:
    return _("Changed, told on {day}").format(day=words.day(day))


def unknown_news() -> str:
    return _("Nothing is kept under this address. It may have been erased.")


def erase() -> str:
    return _("Erase this")


def erased() -> str:
    return _("It has been erased.")


def privacy() -> str:
    return _("This page keeps no address, no name, and no record of your device.")
