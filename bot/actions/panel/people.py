"""Everybody of a scope with a result, those the team should look at first on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.panel.scope import calibrated_period, demand_scope, my_scopes, units_of
from bot.rules.authority import Role
from bot.rules.panel import Sign, far
from bot.rules.predikat import Predikat
from storage import outliers, results, sittings, units
from storage.results import Total

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


def people(session: Session, me: Me, period_id: int, scope_id: int = -1, page: int = 0) -> Listing:
    """A page of everybody in one of my scopes."""
    rights.demand(session, me, "panel.list")
    mine = my_scopes(session, me, Role.EVALUATION_TEAM)
    scope = scope_id if scope_id >= 0 else mine[0][0]
    demand_scope(session, me, scope, Role.EVALUATION_TEAM)
    period = calibrated_period(session, period_id)
    totals = results.totals(session, period_id, units_of(session, scope))
    found = _signs(session, period_id, totals)
    ordered = sorted(totals, key=lambda one: -len(found.get(one.employee_id, ())))
    shown, at, _ = leaf(ordered, page, PAGE)
    rights.seen(session, me, "panel.list", [one.employee_id for one in shown])
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
        page=at,
        total=len(totals),
        flagged=len(found),
    )  # fmt: skip


def _signs(
    session: Session, period_id: int, totals: Sequence[Total]
) -> Mapping[int, Sequence[Sign]]:
    """Those that the last estimate found, and who is far from the middle of the scope."""
    known = outliers.of_period(session, period_id)
    away = far({one.employee_id: Decimal(one.total) for one in totals})
    found = {}
    for one in totals:
        those = [Sign(sign) for sign in known.get(one.employee_id, "").split()]
        if one.employee_id in away:
            those.append(Sign.FAR)
        if those:
            found[one.employee_id] = those
    return found
