"""Sentences of the lines of a division."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

TAKE_SEAT = _("Take the seat …")
GIVE_SEAT = _("Give a seat …")
CAUSES = {
    "once": _("the person has a seat in another course; one each in a division"),
    "seats": _("the seats went to applications of more benefit, or earlier in the order"),
    "budget": _("the money of the source is spent"),
    "equal": _("the four-fifths rule; with this seat another group would fall short"),
    "kept_out": _("HR took it in an earlier division, and only a person gives it again"),
}


def lines(course: str, told: Sequence[str], page: int, pages: int) -> str:
    title = words.bold(course)
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    return "\n".join([title, "", *told])


def line_label(name: str, benefit: int, *, seat: bool) -> str:
    return f"{'✓' if seat else '–'} {words.safe(name)} ({benefit})"


def line(
    name: str, course: str, why: str, parts: Mapping[str, int], cause: str, *, seat: bool
) -> str:
    head = f"{words.bold(name)}\n{words.safe(course)}"
    told = _("<b>Gets a seat.</b>") if seat else without_seat(cause)
    lines_ = [head, told, _("Benefit: {points}").format(points=said.points(parts))]
    if why:
        lines_.append(_("Reason: <i>{why}</i>").format(why=words.safe(why)))
    return "\n\n".join(lines_)


def without_seat(cause: str) -> str:
    """Why an application got none; an empty cause: HR decided so."""
    return _("<b>No seat:</b> {cause}.").format(cause=CAUSES.get(cause, _("decided by HR")))


def taken(why: str) -> str:
    """For whoever asked, and their superior."""
    told = _(
        "<b>No seat in the last division:</b> decided by HR. Reason: <i>{why}</i>\nThe "
        "application goes into the next division, where HR may still give a seat."
    )
    return told.format(why=words.safe(why))


def changed_by(name: str, why: str) -> str:
    return _("Changed by {name}: <i>{why}</i>").format(name=words.safe(name), why=words.safe(why))


def ask_change(name: str, *, gives: bool) -> str:
    asked = (
        _("Why is {name} to have a seat after all? Please type the reason.")
        if gives
        else _("Why is {name} not to have this seat? Please type the reason.")
    )
    more = (
        _("It stays with the division, and the second person reads it.")
        if gives
        else _(
            "The second person and whoever asked for the seat read it. The seat is then given "
            "again by a person only, not by the next computation."
        )
    )
    return asked.format(name=words.safe(name)) + "\n\n" + more


def changed() -> str:
    return _("Changed. The reason is kept.")


def once() -> str:
    return _("This person has a seat in another course of this division.")


def no_seat() -> str:
    return _("No seat of this course is free. Please take one from somebody first.")


def no_money() -> str:
    return _("The source has no money for another seat.")
