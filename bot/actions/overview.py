"""/tim: my people or units at a glance: how predikat spread, and what is still owed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions import appraisals, rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import overview, periods, units
from storage.duties import OF_YEAR, DutyKind
from storage.overview import Owner
from storage.periods import Period

LEADERS = (Role.HEAD, Role.EVALUATION_TEAM, Role.HR)
PROPOSERS = (Role.HEAD, Role.EVALUATION_TEAM)
# What a decision is asked on is not told to those who only look on.
OF_QUARTER = (
    DutyKind.PLAN,
    DutyKind.AGREE,
    DutyKind.REPORT,
    DutyKind.APPRAISE,
    DutyKind.ASSESS,
    DutyKind.NOMINATE,
    DutyKind.PEERS,
    DutyKind.VIEW,
    DutyKind.PROPOSE_AWARD,
    DutyKind.PUBLISH,
)
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
    """What is done of what could be done, and who still owes.

    `quarter` is 0 where a whole year is meant. `others` are quarters and years in which something
    else is owed: number of the period, year, quarter.
    """

    scope: int
    name: str
    year: int
    quarter: int
    today: date
    done: int
    of: int
    owners: Sequence[Owner]
    spreads: Sequence[str]
    others: Sequence[tuple[int, int, int]]


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
    shown, at, _ = leaf(scopes, page, PAGE)
    return Home(shown, at, len(scopes))


def owing(session: Session, me: Me, scope: int, period_id: int = 0) -> Owing:
    """Who of a scope still owes what; if none is named, in the oldest with anything owed."""
    name, whose = _whose(session, me, scope)
    every = _looked_at(session)
    if not every:
        raise Refused(words.not_available(), "no_period")
    found = {
        one.id: overview.owners(session, one.id or 0, _kinds(one), whose, me.today)
        for one in every
    }
    busy = [one for one in every if found[one.id]]
    named = [one for one in every if one.id == period_id]
    chosen = (named or busy or every)[0]
    done, of = overview.progress(session, chosen.id or 0, _kinds(chosen), whose, me.today)
    others = [(one.id or 0, *_told(one)) for one in busy if one is not chosen]
    spreads = _spreads(session, me, scope)
    owners = found[chosen.id]
    return Owing(scope, name, *_told(chosen), me.today, done, of, owners, spreads, others)


def _looked_at(session: Session) -> list[Period]:
    """What is running, oldest first, then the year that ended last; else the newest quarter."""
    ended = periods.newest_year(session)
    running = [*periods.running(session), *([ended] if ended else [])]
    return running or list(periods.recent(session, 1))


def _kinds(period: Period) -> Sequence[DutyKind]:
    return OF_YEAR if _is_year(period) else OF_QUARTER


def _is_year(period: Period) -> bool:
    return period.quarter == periods.LAST_QUARTER and PeriodState(period.state) in RELEASED


def _told(period: Period) -> tuple[int, int]:
    return period.year, 0 if _is_year(period) else period.quarter


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
