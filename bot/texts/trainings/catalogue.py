"""Sentences of the catalogue and of one course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.trainings.course import State
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

CATALOGUE = _("Catalogue")
APPLY = _("Apply")
SEE_MINE = _("See my application")
LABELS = {
    "kind": _("Kind"),
    "field": _("Field"),
    "days": _("When"),
    "hours": _("Hours"),
    "place": _("Where"),
    "provider": _("Provider"),
    "seats": _("Seats"),
    "cost": _("Cost"),
    "raises": _("Raises"),
    "fits": _("Fits"),
    "until": _("Apply until"),
}


def catalogue(count: int, page: int, pages: int, *, searched: bool) -> str:
    title = words.bold(CATALOGUE)
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not count:
        return f"{title}\n\n" + _("No course is announced at the moment.")
    hint = _("Type a word to search, or press a course.")
    return f"{title}\n\n{hint}" if not searched else f"{title}\n\n" + _("What was found:")


def catalogue_line(at: int, name: str, days: str, minutes: int, free: int, until: date) -> str:
    return _(
        "{at}. <b>{name}</b>\n{days}, {hours}, {free} seats free, apply until {until}"
    ).format(
        at=at, name=words.safe(name), days=days, hours=said.hours(minutes), free=free,
        until=words.short_day(until),
    )  # fmt: skip


def course(name: str, code: str, lines: Sequence[tuple[str, str]], why: str, warning: str) -> str:
    told = [f"{words.bold(name)} ({words.safe(code)})"]
    told.append("\n".join(f"{label}: {words.safe(value)}" for label, value in lines if value))
    if why:
        told.append(words.safe(why))
    if warning:
        told.append(warning)
    return "\n\n".join(told)


def seats(free: int, all_: int) -> str:
    return _("{free} of {all} free").format(free=free, all=all_)


def cost(amount: int, source: str) -> str:
    return said.price(amount) + (f" ({source})" if amount and source else "")


def my_state(state: str) -> str:
    return _("Your application: {state}.").format(state=said.STATES[State(state)])


def full() -> str:
    return _(
        "All seats are taken. You may apply all the same; you may get a place on the waiting "
        "list and move up when a seat becomes free."
    )


def no_longer() -> str:
    return _("Applications are closed.")


def called_off() -> str:
    return _("This course was called off.")


def nothing_found() -> str:
    return _("No course was found. Please try another word.")
