"""For superiors the people they lead, for HR and heads who of their units had no talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.talks.owing import rules_of
from bot.actions.talks.parties import months
from bot.rules.authority import Role
from bot.rules.schemes.talks import RHYTHMS
from bot.rules.talks import Window, window_of
from bot.screens import Went, place
from bot.texts import talks as texts
from bot.texts import words
from storage import employees, talks, units, workplaces

PAGE = 4
LONG_PAGE = 10
LOOKING = (Role.HR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Row:
    """One person I lead, and when the last talk was."""

    employee_id: int
    name: str
    last: date | None
    had: bool


@dataclass(frozen=True, slots=True)
class Team:
    """A page of those I lead, those without a talk first."""

    window: Window
    months: int
    rows: Sequence[Row]
    people: int
    without: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every how many months; `choices` are those I may choose."""

    months: int
    scheme: int
    choices: Sequence[int]


@dataclass(frozen=True, slots=True)
class Missing:
    """Who had no talk in the months that the scheme asks one for: name, unit, superior."""

    window: Window
    people: int
    rows: Sequence[tuple[str, str, str]]
    without: int
    page: int
    pages: int


def team(session: Session, me: Me, page: int = 0) -> Team:
    """The people I lead."""
    rights.demand(session, me, "talks.home", about=me.employee_id)
    every = months(session, me, me.employee_id)
    mine = sorted(led(session, me), key=lambda one: (one.had, one.last or date.min, one.name))
    shown, at, pages = leaf(mine, page, PAGE)
    without = sum(not one.had for one in mine)
    window = window_of(me.today, every)
    return Team(window, every, shown, len(mine), without, at, pages)


def led(session: Session, me: Me) -> list[Row]:
    """Those who answer to me, by name."""
    people = employees.reports(session, me.employee_id)
    window = window_of(me.today, months(session, me, me.employee_id))
    last = talks.newest_held(session, [one.id or 0 for one in people])
    return [
        Row(one.id or 0, one.name, day := last.get(one.id or 0), bool(day and day >= window.first))
        for one in people
    ]


def rhythm(session: Session, me: Me) -> Rhythm:
    """Every how many months I talk with each of my people."""
    rights.demand(session, me, "talks.home", about=me.employee_id)
    most = rules_of(session, me.today).months
    choices = [one for one in RHYTHMS if one <= most]
    return Rhythm(months(session, me, me.employee_id), most, choices)


def set_rhythm(session: Session, me: Me, every: int) -> Went:
    """Oftener than the scheme asks, never rarer."""
    if every not in rhythm(session, me).choices:
        raise Refused(words.not_available(), "rhythm")
    talks.put_rhythm(session, me.employee_id, every)
    return Went(place("talks.team", 0), texts.rhythm_notice(every))


def missing(session: Session, me: Me, page: int = 0) -> Missing:
    """Of the units that my role reaches."""
    rights.demand(session, me, "talks.missing")
    where = frozenset[int | None]().union(*(me.roles.get(r, frozenset()) for r in LOOKING))
    posts = workplaces.posts(session)
    here = {one.id for one in posts}
    if None not in where:
        reach = units.below_any(session, [unit for unit in where if unit])
        posts = [one for one in posts if one.unit_id in reach]
    owed = [one for one in posts if one.superior_id in here]
    window = window_of(me.today, rules_of(session, me.today).months)
    held = talks.held_since(session, window.first)
    without = [one for one in owed if one.id not in held]
    shown, at, pages = leaf(
        sorted(without, key=lambda one: (one.unit_id, one.id)), page, LONG_PAGE
    )
    people = employees.many(session, [n for one in shown for n in (one.id, one.superior_id or 0)])
    names = units.names(session, {one.unit_id for one in shown})
    rows = [
        (people[one.id].name, names[one.unit_id], people[one.superior_id or 0].name)
        for one in shown
    ]
    return Missing(window, len(owed), rows, len(without), at, pages)
