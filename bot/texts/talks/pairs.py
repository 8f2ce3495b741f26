"""Screens of two people: how their talks stand, the next one, earlier ones."""

from __future__ import annotations

from datetime import date, datetime

from bot.rules.people import strip_titles
from bot.rules.talks import State
from bot.texts import words
from bot.texts.language import _, ngettext


def title() -> str:
    return words.bold(_("Talks"))


def with_superior(name: str) -> str:
    return words.bold(_("With your superior, {name}").format(name=strip_titles(name)))


def with_employee(name: str) -> str:
    return words.bold(_("Talk with {name}").format(name=strip_titles(name)))


def led(people: int, without: int) -> str:
    head = words.bold(_("The people you lead"))
    if not without:
        return f"{head}\n" + _("You have talked with all {people} of them.").format(people=people)
    said = _("{without} of {people} have had no talk yet in these months.")
    return f"{head}\n" + said.format(without=without, people=people)


def what_for() -> str:
    return _(
        "A talk is for what went well, what is in the way and what helps. Nothing of it enters "
        "a score."
    )


def last(day: date | None, today: date) -> str:
    if day is None:
        return _("Last talk: none noted yet.")
    return ngettext(
        "Last talk: {day}, {days} day ago.",
        "Last talk: {day}, {days} days ago.",
        (today - day).days,
    ).format(day=words.day(day), days=(today - day).days)


def owed(until: date, today: date) -> str:
    return _("One is due by {day} ({left}).").format(
        day=words.day(until), left=words.days_left(until, today)
    )


def arranged(state: State, starts: datetime, *, mine: bool) -> str:
    """`mine`: it is for me to answer."""
    if state is State.AGREED:
        said = _("Next talk: <b>{moment}</b>, agreed.")
    elif mine:
        said = _("Proposed to you: <b>{moment}</b>. Does it suit you?")
    else:
        said = _("Proposed: <b>{moment}</b>, waits for an answer.")
    return said.format(moment=words.moment(starts))


def ask_time(name: str) -> str:
    return _(
        "When shall the talk with {name} be? Type day and hour, for example: "
        "tomorrow at 9 am, or next Tuesday at 1:30 pm."
    ).format(name=words.bold(strip_titles(name)))


def check_time(name: str, starts: datetime) -> str:
    return _("Talk with {name} on <b>{moment}</b>. Propose this time?").format(
        name=words.bold(strip_titles(name)), moment=words.moment(starts)
    )


def ask_day(name: str) -> str:
    return _(
        "On which day did you talk with {name}? Choose, or type it: yesterday, last Monday, "
        "12 October 2026. {name} is told and may say otherwise."
    ).format(name=words.bold(strip_titles(name)))


def history(name: str, count: int) -> str:
    head = words.bold(_("Talks with {name}").format(name=strip_titles(name)))
    return head if count else f"{head}\n" + _("None noted yet.")
