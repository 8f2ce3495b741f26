"""The desk's four doors: what lies behind each, said so that a newcomer finds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _

STAFF = _("Employee data")
REACH = _("Invitations and reach")
RULES = _("Periods and scheme")
OTHERS = _("Waits as well")
PUBLICATION = _("Publication of results")
AWAY = _("Leave and mandates")


def others() -> str:
    return _("<b>Waits as well</b>\n\nChoose what you want to look at.")


def staff(*, agency: bool) -> str:
    lines = [
        words.bold(STAFF),
        _(
            "Find a person to invite, to record leave or an acting official, to suspend the "
            "account, or to change the superior or the unit."
        ),
    ]
    if agency:
        lines.append(_("Bring in a roster to add or change many at once."))
    return "\n\n".join(lines)


def reach(people: int, never: int, blocked: int, undelivered: int) -> str:
    return _(
        "<b>Invitations and reach</b>\n\nEmployees in your units: {people}\nNot joined: {never}\n"
        "Blocked the bot: {blocked}\nUndelivered letters: {lost}\n\nWhoever is out of reach is on "
        "a call list."
    ).format(
        people=words.number(people),
        never=words.number(never),
        blocked=words.number(blocked),
        lost=words.number(undelivered),
    )


def rules(periods: Sequence[str]) -> str:
    head = _(
        "<b>Periods and scheme</b>\n\nQuarters open and close by themselves, by the calendar of "
        "the scheme."
    )
    return "\n\n".join([head, *periods])


STATES = {
    "planned": _("planned"),
    "open": _("running"),
    "rating": _("being rated"),
    "calibration": _("calibration"),
    "published": _("published"),
    "final": _("final"),
}


def period(
    year: int, quarter: int, state: str, opens: date, rate_until: date, publish: date
) -> str:
    return _(
        "<b>{quarter}</b>: {state}\nOpens {opens}, rated until {rated}, published {published}"
    ).format(
        quarter=words.quarter(year, quarter),
        state=STATES[state],
        opens=words.short_day(opens),
        rated=words.short_day(rate_until),
        published=words.short_day(publish),
    )


def away(total: int, page: int, pages: int, lines: Sequence[str]) -> str:
    head = words.bold(AWAY)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        nobody = _("Nobody is away from today on, and nobody acts for another.")
        return f"{head}\n\n{nobody}\n\n{_new_leave()}"
    choose = _("Choose a person to end something early.")
    return "\n".join([head, "", *lines, "", choose, _new_leave()])


def _new_leave() -> str:
    return _("To record new leave or an acting official, find the person.")


def away_line(at: int, name: str, said: str) -> str:
    return f"{at}. <b>{words.safe(words.fitting(name, 60))}</b>\n{said}"
