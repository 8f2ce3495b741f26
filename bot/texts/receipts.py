"""Sentences of receipts: what is asked, what was noted, until when one may object."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.rules.objections import Window
from bot.texts import words
from bot.texts.language import _, ngettext

TAKE = _("I have received it")
WAITING = _("Not yet received")
WHYS = {
    "left": _("has left, hand it over"),
    "away": _("on leave"),
    "no_account": _("no account, hand it over"),
    "": "",
}


class Stands(Protocol):
    @property
    def today(self) -> date: ...
    @property
    def taken_at(self) -> datetime | None: ...
    @property
    def handed(self) -> bool: ...
    @property
    def deemed(self) -> date | None: ...
    @property
    def window(self) -> Window | None: ...


def standing(at: Stands, *, mine: bool, settled: str = "") -> str:
    """The receipt, from when it counts without one, and the days left to object.

    `settled` says in place of these that there is no more objecting.
    """
    until = [settled] if settled else [_deemed(at), _window(at)]
    return "\n".join(filter(None, [_receipt(at, mine=mine), *until]))


def _deemed(at: Stands) -> str:
    if at.deemed is None or at.today >= at.deemed:
        return ""
    return _("Without a receipt it counts as received on {day}.").format(day=words.day(at.deemed))


def _receipt(at: Stands, *, mine: bool) -> str:
    if at.taken_at is None:
        return _("Please confirm that you have received it.") if mine else _("Not received yet.")
    if at.handed:
        return _("Handed over; attested on {day}.").format(day=words.day(at.taken_at.date()))
    return _("Received on {moment}.").format(moment=words.moment(at.taken_at))


def _window(at: Stands) -> str:
    if at.window is None:
        return ""
    last = words.day(at.window.last)
    if at.today > at.window.last:
        return _("The time for an objection ended on {day}.").format(day=last)
    left = words.days_left(at.window.last, at.today)
    return _("You may object until {day} ({left}).").format(day=last, left=left)


def received_notice() -> str:
    return _("Noted that you have received your result. Thank you.")


def received_already() -> str:
    return _("The receipt is noted already.")


def none_published() -> str:
    return _("No quarter has been published yet.")


def listed(year: int, quarter: int, total: int, people: Sequence[tuple[str, str, str]]) -> str:
    """Name, unit and why of each person on the page."""
    title = words.bold(
        _("Not yet received: {quarter}").format(quarter=words.quarter(year, quarter))
    )
    if not total:
        return title + "\n\n" + _("Everybody has received their result.")
    lines = [
        f"• {words.safe(name)}, {words.safe(unit)}" + (f" ({WHYS[why]})" if why else "")
        for name, unit, why in people
    ]
    count = ngettext(
        "{count} person. Reminders go out by themselves.",
        "{count} people. Reminders go out by themselves.",
        total,
    ).format(count=words.number(total))
    return "\n".join([title, count, "", *lines])


def handing(name: str, year: int, quarter: int, published: date, why: str, at: Stands) -> str:
    title = words.bold(name) + "\n" + words.quarter(year, quarter)
    lines = [_("Published on {day}.").format(day=words.day(published))]
    if why:
        lines.append(WHYS[why].capitalize() + ".")
    lines.append(standing(at, mine=False))
    return "\n\n".join([title, "\n".join(lines)])


def handed(year: int, quarter: int, day: date, at: Stands) -> str:
    """The letter to the person, who may know better."""
    told = _("It was attested on {day} that your result of {quarter} was handed over.").format(
        quarter=words.quarter(year, quarter), day=words.day(day)
    )
    doubt = _("Please look at how and by whom; if it is not so, say so there.")
    return "\n\n".join(filter(None, [told, _window(at), doubt]))
