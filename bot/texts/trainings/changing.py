"""Sentences of what HR changes of a course: its host, its days, whether it is given."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

OFF = _("Call it off …")
MOVE = _("Other days …")
HOST = _("Host")
REALLY_OFF = _("Yes, call it off")
REALLY_MOVE = _("Yes, move it")


def ask_host(course: str, found: str) -> str:
    asked = _(
        "Who notes attendance and results of “{course}” beside HR? Please type part of the name, "
        "or the NIP."
    ).format(course=words.safe(course))
    return f"{asked}\n\n{found}" if found else asked


def ask_off(course: str, count: int) -> str:
    return _(
        "Why is “{course}” called off? Please type the reason; {count} people are told."
    ).format(course=words.safe(course), count=words.number(count))


def ask_move(course: str, days: str) -> str:
    return _(
        "“{course}” is on {days}. Please type the new days, such as 14/12/2026 16/12/2026; with "
        "one day alone it lasts as long as before."
    ).format(course=words.safe(course), days=days)


def confirm_off(course: str, why: str, count: int) -> str:
    return _(
        "Call “{course}” off?\n\nReason: <i>{why}</i>\n\n{count} people are told once. Their "
        "seats and the money come back."
    ).format(course=words.safe(course), why=words.safe(why), count=words.number(count))


def confirm_move(course: str, before: str, after: str, count: int) -> str:
    return _(
        "Move “{course}” from {before} to {after}? {count} people are told once; who cannot come "
        "may give the seat back."
    ).format(course=words.safe(course), before=before, after=after, count=words.number(count))


def host_named(name: str) -> str:
    return _("{name} is the host now and was told.").format(name=name)


def called_off(count: int) -> str:
    return _("The course was called off; {count} people are told.").format(
        count=words.number(count)
    )


def moved(count: int) -> str:
    return _("The course was moved; {count} people are told.").format(count=words.number(count))


def too_late() -> str:
    return _("This course has begun or was called off already.")


def days_wanted() -> str:
    return _("Please type one or two days, such as 14/12/2026 16/12/2026.")


def day_ahead() -> str:
    return _("Please type other days than now, that are still to come.")


def other_year() -> str:
    return _("The money is of another year. Please call the course off and import it anew.")


def nobody_found() -> str:
    return _("Nobody was found. Please type more of the name, or the NIP.")
