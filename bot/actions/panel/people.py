"""Everybody of a scope with a result, those the team should look at first on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.panel.scope import calibrated_period, demand_scope, my_scopes, units_of
from bot.actions.panel.weighing import shared, value
from bot.rules.authority import Role
from bot.rules.numbers import half_up
from bot.rules.panel import Sign, Standing, signs
from bot.rules.predikat import Predikat
from bot.rules.schemes import Source
from storage import results, sittings, units
from storage import severities as stored
from storage.periods import Period
from storage.results import Total
from storage.severities import Given

PAGE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the list; `state` of the newest sitting, "" without one."""

    employee_id: int
    name: str
    total: Decimal
    predikat: Predikat
    signs: Sequence[Sign]
    state: str
    adjusted: bool


@dataclass(frozen=True, slots=True)
class Listing:
    period_id: int
    year: int
    quarter: int
    scope_id: int
    scope: str
    people: Sequence[Line]
    page: int
    total: int
    flagged: int


@dataclass(frozen=True, slots=True)
class Sides:
    """What superior and team gave on the indicators that both rate, on 40 to 120.

    `severity` is the superior's, with its interval if it has one; `adjusted` the superior's value
    less the severity.
    """

    superior: Decimal | None = None
    rater_id: int = 0
    team: Decimal | None = None
    members: int = 0
    severity: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    adjusted: Decimal | None = None


def people(session: Session, me: Me, period_id: int, scope_id: int = -1, page: int = 0) -> Listing:
    """A page of everybody in one of my scopes."""
    rights.demand(session, me, "panel.list")
    mine = my_scopes(session, me, Role.EVALUATION_TEAM)
    scope = scope_id if scope_id >= 0 else mine[0][0]
    demand_scope(session, me, scope, Role.EVALUATION_TEAM)
    period = calibrated_period(session, period_id)
    totals = results.totals(session, period_id, units_of(session, scope))
    found = _signs(session, period, totals)
    ordered = sorted(totals, key=lambda one: -len(found.get(one.employee_id, ())))
    page = min(max(page, 0), max(0, (len(ordered) - 1) // PAGE))
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    about = sittings.newest_of(session, period_id, [one.employee_id for one in shown])
    return Listing(
        period_id=period_id,
        year=period.year,
        quarter=period.quarter,
        scope_id=scope,
        scope=units.names(session, [scope]).get(scope, ""),
        people=[
            Line(
                one.employee_id, one.name, Decimal(one.total), Predikat(one.predikat),
                found.get(one.employee_id, ()),
                about[one.employee_id].state if one.employee_id in about else "",
                one.edition > 1,
            )
            for one in shown
        ],
        page=page,
        total=len(totals),
        flagged=len(found),
    )  # fmt: skip


def sides_of(session: Session, period: Period, employee_ids: Sequence[int]) -> dict[int, Sides]:
    """Superior and team of several people side by side, three queries for all of them."""
    indicators = shared(schemes.of_period(session, period))
    given: dict[int, list[Given]] = {}
    few = None if len(employee_ids) > 500 else employee_ids
    for one in stored.given(session, period.id or 0, indicators, few):
        given.setdefault(one.employee_id, []).append(one)
    those = {one.rater_id for own in given.values() for one in own if one.source != Source.TEAM}
    known = stored.of_raters(session, period.id or 0, those)
    return {person: _sides(given.get(person, ()), known) for person in employee_ids}


def _sides(given: Sequence[Given], known: Mapping[int, stored.RaterSeverity]) -> Sides:
    superior = next((one for one in given if one.source == Source.SUPERIOR), None)
    team = [value(one.mean) for one in given if one.source == Source.TEAM]
    mean = half_up(sum(team, Decimal()) / len(team)) if team else None
    if superior is None:
        return Sides(team=mean, members=len(team))
    raw, one = value(superior.mean), known.get(superior.rater_id)
    if one is None or not one.shared or one.low is None or one.high is None:
        return Sides(raw, superior.rater_id, mean, len(team))
    severity = Decimal(one.estimate)
    return Sides(
        raw, superior.rater_id, mean, len(team), severity, Decimal(one.low), Decimal(one.high),
        raw - severity,
    )  # fmt: skip


def _signs(
    session: Session, period: Period, totals: Sequence[Total]
) -> Mapping[int, Sequence[Sign]]:
    sides = sides_of(session, period, [one.employee_id for one in totals])
    limits = schemes.of_period(session, period).thresholds
    standings = []
    for one in totals:
        side = sides[one.employee_id]
        total = Decimal(one.total)
        standings.append(Standing(one.employee_id, total, side.superior, side.team, side.adjusted))
    return signs(standings, limits.met, limits.above)
