"""For which part of the agency somebody may look on, and what there is to see of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.actions import appraisals, rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import overview, periods, units
from storage.periods import Period
from storage.printing import printing_of

LEADERS = (Role.HEAD, Role.EVALUATION_TEAM, Role.HR)

PROPOSERS = (Role.HEAD, Role.EVALUATION_TEAM)

UNPUBLISHED = (PeriodState.RATING, PeriodState.CALIBRATION)

TEAM, AGENCY, PAGE, RECENT = -1, 0, 4, 4


@dataclass(frozen=True, slots=True)
class Home:
    """Scopes to choose from, a page of them: number (`TEAM`, `AGENCY` or a unit's) and name.

    `dashboard` is its address, empty where Telegram cannot open it; `groups`: this is the first
    page, I keep the groups of units, and have no desk of HR from which to.
    """

    scopes: Sequence[tuple[int, str]]
    page: int
    total: int
    dashboard: str = ""
    groups: bool = False


def doors_open(session: Session, me: Me) -> bool:
    """Whether anybody answers to me or a role lets me look."""
    return any(me.has(role) for role in LEADERS) or appraisals.has_people(session, me)


def home(session: Session, me: Me, page: int = 0) -> Home:
    """My own people, and the units that my roles reach."""
    rights.demand(session, me, "overview.team", about=me.employee_id)
    scopes = [(TEAM, "")] if appraisals.has_people(session, me) else []
    mine = reach(session, me, LEADERS)
    if mine is None or mine:
        every = units.everything(session)
        scopes += [(AGENCY, "")] if mine is None else []
        scopes += [(u.id, u.name) for u in every if u.id and (mine is None or u.id in mine)]
    shown, at, _ = leaf(scopes, page, PAGE)
    keeps = not at and me.has(Role.HEAD) and not me.has(Role.HR)
    return Home(shown, at, len(scopes), printing_of(session).dashboard, keeps)


def whose_duties(session: Session, me: Me, scope: int) -> tuple[str, Collection[Any]]:
    if scope == TEAM:
        rights.demand(session, me, "overview.team", about=me.employee_id)
        return "", overview.of_reports(me.employee_id)
    rights.demand(session, me, "overview.see")
    name, below = unit_of(session, me, scope, LEADERS)
    return name, overview.of_units(below)


def spreads_of(session: Session, me: Me, scope: int) -> tuple[str, ...]:
    """Which spreads of a scope I may see and there are."""
    there = {period.state for period in periods.recent(session, RECENT)}
    if scope == TEAM:
        return ("radar",) if there & set(RELEASED) else ()
    ways = (
        ("spread", LEADERS, RELEASED),
        ("proposed", PROPOSERS, UNPUBLISHED),
        ("radar", LEADERS, RELEASED),
    )
    return tuple(
        name
        for name, roles, states in ways
        if there & set(states) and _covers(reach(session, me, roles), scope)
    )


def newest(session: Session, states: Collection[PeriodState]) -> Period:
    """The newest quarter in one of these states. Raises Refused without one."""
    for period in periods.recent(session, RECENT):
        if period.state in states:
            return period
    raise Refused(words.not_available(), "no_period")


def reaches(session: Session, me: Me, roles: Sequence[Role], scope: int) -> bool:
    """Whether these roles of mine reach a scope: a unit, or the whole agency."""
    return _covers(reach(session, me, roles), scope)


def _covers(units_: frozenset[int] | None, scope: int) -> bool:
    return units_ is None or scope in units_


def unit_of(
    session: Session, me: Me, scope: int, roles: Sequence[Role]
) -> tuple[str, frozenset[int] | None]:
    """The name of a scope and the units it has (None: all), if these roles of mine reach it."""
    mine = reach(session, me, roles)
    if scope == AGENCY and mine is None:
        return "", None
    unit = units.get(session, scope)
    if unit is None or not _covers(mine, scope):
        raise Refused(words.not_available(), "foreign_scope")
    below = units.below(session, scope)
    return unit.name, None if len(below) == units.count(session) else below


def reach(session: Session, me: Me, roles: Sequence[Role]) -> frozenset[int] | None:
    """The units that these roles of mine cover; None is the whole agency."""
    granted = frozenset(unit for role in roles for unit in me.roles.get(role, frozenset()))
    if None in granted:
        return None
    tops = [unit for unit in granted if unit is not None]
    return units.below_any(session, tops) if tops else frozenset()
