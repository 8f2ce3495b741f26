"""/tim: my people or units at a glance: how predikat spread, and what is still owed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions import appraisals, rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import overview, periods, units
from storage.duties import DutyKind
from storage.overview import Owner
from storage.periods import Period

LEADERS = (Role.HEAD, Role.EVALUATION_TEAM, Role.HR)
PROPOSERS = (Role.HEAD, Role.EVALUATION_TEAM)
KINDS = (DutyKind.REPORT, DutyKind.APPRAISE)
UNPUBLISHED = (PeriodState.RATING, PeriodState.CALIBRATION)
TEAM, AGENCY, PAGE, RECENT = -1, 0, 5, 4


@dataclass(frozen=True, slots=True)
class Home:
    """Scopes to choose from, a page of them: number (`TEAM`, `AGENCY` or a unit's) and name."""

    scopes: Sequence[tuple[int, str]]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Owing:
    """What is done of what could be done, and who still owes."""

    scope: int
    name: str
    year: int
    quarter: int
    today: date
    done: int
    of: int
    owners: Sequence[Owner]
    spreads: Sequence[str]


@dataclass(frozen=True, slots=True)
class Spread:
    """`unrated` have no result yet; not `published`: these are proposals."""

    scope: int
    name: str
    year: int
    quarter: int
    counts: Mapping[Predikat, int]
    unrated: int
    published: bool


def doors_open(session: Session, me: Me) -> bool:
    """Whether anybody answers to me or a role lets me look."""
    return any(me.has(role) for role in LEADERS) or appraisals.has_people(session, me)


def home(session: Session, me: Me, page: int = 0) -> Home:
    """My own people, and the units that my roles reach."""
    rights.demand(session, me, "overview.team", about=me.employee_id)
    scopes = [(TEAM, "")] if appraisals.has_people(session, me) else []
    reach = _reach(session, me, LEADERS)
    if reach is None or reach:
        every = units.everything(session)
        scopes += [(AGENCY, "")] if reach is None else []
        scopes += [(u.id, u.name) for u in every if u.id and (reach is None or u.id in reach)]
    at = min(max(page, 0), max(0, (len(scopes) - 1) // PAGE))
    return Home(scopes[at * PAGE : (at + 1) * PAGE], at, len(scopes))


def owing(session: Session, me: Me, scope: int) -> Owing:
    """Who of a scope still owes what in the oldest running quarter in which anything is owed."""
    name, whose = _whose(session, me, scope)
    running = [*periods.running(session), *periods.recent(session, 1)]
    for period in running:
        found = overview.owners(session, period.id or 0, KINDS, whose, me.today)
        if found or period is running[-1]:
            return _owing(session, me, scope, name, period, whose, found)
    raise Refused(words.not_available(), "no_period")


def _owing(
    session: Session, me: Me, scope: int, name: str, period: Period, whose: Collection[Any],
    found: Sequence[Owner],
) -> Owing:  # fmt: skip
    assert period.id is not None
    done, of = overview.progress(session, period.id, KINDS, whose, me.today)
    quarter = (period.year, period.quarter)
    return Owing(scope, name, *quarter, me.today, done, of, found, _spreads(session, me, scope))


def spread(session: Session, me: Me, scope: int) -> Spread:
    """How many of a scope have each predikat in the newest quarter that is published."""
    rights.demand(session, me, "overview.spread")
    return _spread(session, me, scope, _newest(session, RELEASED), LEADERS)


def proposed(session: Session, me: Me, scope: int) -> Spread:
    """The same of what is proposed in a quarter not yet published, for those who work on it."""
    rights.demand(session, me, "overview.proposed")
    period = _newest(session, UNPUBLISHED)
    return _spread(session, me, scope, period, PROPOSERS)


def _spread(session: Session, me: Me, scope: int, period: Period, roles: Sequence[Role]) -> Spread:
    name, below = _unit(session, me, scope, roles)
    assert period.id is not None
    counts = overview.spread(session, period.id, below)
    told = {predikat: counts.get(predikat.value, 0) for predikat in Predikat}
    unrated = overview.unrated(session, period.id, below)
    published = PeriodState(period.state) in RELEASED
    return Spread(scope, name, period.year, period.quarter, told, unrated, published)


def _whose(session: Session, me: Me, scope: int) -> tuple[str, Collection[Any]]:
    if scope == TEAM:
        rights.demand(session, me, "overview.team", about=me.employee_id)
        return "", overview.of_reports(me.employee_id)
    rights.demand(session, me, "overview.see")
    name, below = _unit(session, me, scope, LEADERS)
    return name, overview.of_units(below)


def _spreads(session: Session, me: Me, scope: int) -> tuple[str, ...]:
    """Which spreads of a scope I may see and there are."""
    if scope == TEAM:
        return ()
    there = {period.state for period in periods.recent(session, RECENT)}
    ways = (("spread", LEADERS, RELEASED), ("proposed", PROPOSERS, UNPUBLISHED))
    return tuple(
        name
        for name, roles, states in ways
        if there & set(states) and _covers(_reach(session, me, roles), scope)
    )


def _covers(reach: frozenset[int] | None, scope: int) -> bool:
    return reach is None or scope in reach


def _unit(
    session: Session, me: Me, scope: int, roles: Sequence[Role]
) -> tuple[str, frozenset[int] | None]:
    """The name of a scope and the units it has, if these roles of mine reach it."""
    reach = _reach(session, me, roles)
    if scope == AGENCY and reach is None:
        return "", None
    unit = units.get(session, scope)
    if unit is None or not _covers(reach, scope):
        raise Refused(words.not_available(), "foreign_scope")
    return unit.name, units.below(session, scope)


def _reach(session: Session, me: Me, roles: Sequence[Role]) -> frozenset[int] | None:
    """The units that these roles of mine cover; None is the whole agency."""
    granted = frozenset(unit for role in roles for unit in me.roles.get(role, frozenset()))
    if None in granted:
        return None
    tops = [unit for unit in granted if unit is not None]
    return units.below_any(session, tops) if tops else frozenset()


def _newest(session: Session, states: Collection[PeriodState]) -> Period:
    for period in periods.recent(session, RECENT):
        if period.state in states:
            return period
    raise Refused(words.not_available(), "no_period")
