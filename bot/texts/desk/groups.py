"""The desk's four doors: what lies behind each, said so that a newcomer finds it."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

STAFF = _("Employee data")
REACH = _("Invitations and reach")
RULES = _("Periods and scheme")
OTHERS = _("Waits as well")
PUBLICATION = _("Publication of results")


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


def rules() -> str:
    return _(
        "<b>Periods and scheme</b>\n\nQuarters open and close by themselves, by the calendar of "
        "the scheme."
    )
