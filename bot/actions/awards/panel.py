"""The ranking of a quarter for the evaluation team, with everything that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import cases, rights, schemes, scores
from bot.actions.awards.barring import why_no_proposal
from bot.actions.awards.kinds import KIND, kind_of
from bot.actions.awards.ranking import Row, ranking, row_of
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.awards import AwardKind
from bot.rules.periods import RATED, PeriodState
from bot.rules.proposals import scopes
from bot.rules.scoring import Score
from bot.texts import awards as texts
from bot.texts import words
from storage import employees, periods, proposals, results, units
from storage.periods import Period

PAGE = 5


@dataclass(frozen=True, slots=True)
class Panel:
    """A page of the ranking in one scope; `scopes` are all that I may look at, by name."""

    period_id: int
    scope_id: int
    scope: str
    scopes: Sequence[tuple[int, str]]
    year: int
    quarter: int
    rows: Sequence[Row]
    page: int
    pages: int
    rated: int
    people: int
    over: bool
    living: str  # "", waiting, approved
    kind: AwardKind
    ranked: bool  # False: the scheme shows nobody a ranking list


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of the ranking with all parts, and why a proposal is or is not possible."""

    period_id: int
    scope_id: int
    employee_id: int
    name: str
    unit: str
    year: int
    quarter: int
    row: Row
    score: Score | None
    names: Mapping[str, str]
    raters: int
    may_propose: bool
    why_not: str  # "" or a code, as `why_no_proposal` says
    kind: AwardKind
    ranked: bool


def may_rank(_: Session, me: Me) -> bool:
    """Whether the ranking stands open to me."""
    return me.has(Role.EVALUATION_TEAM)


def panel(
    session: Session,
    me: Me,
    period_id: int = 0,
    scope_id: int = -1,
    page: int = 0,
    key: str = KIND,
) -> Panel:
    """The ranking of a period, the newest opened one when none is named."""
    rights.demand(session, me, "awards.rank")
    mine = _my_scopes(session, me)
    scope = scope_id if scope_id >= 0 else mine[0][0]
    period = _period(session, period_id)
    demand_scope(session, me, scope)
    assert period.id is not None
    kind = kind_of(session, period, key)
    ranked = kind.rules(schemes.of_period(session, period).awards).ranking_list
    rows = ranking(session, period, scope, key)
    rows = rows if ranked else sorted(rows, key=lambda row: row.name)
    some = leaf(rows, page, PAGE)
    rights.seen(session, me, "awards.rank", [row.employee_id for row in some.items])
    living = proposals.living(session, key, period.id, scope)
    return Panel(
        period_id=period.id,
        scope_id=scope,
        scope=_scope_name(session, scope),
        scopes=mine,
        year=period.year,
        quarter=period.quarter,
        rows=some.items,
        page=some.page,
        pages=some.pages,
        rated=sum(row.score is not None for row in rows),
        people=len(rows),
        over=PeriodState(period.state) in RATED,
        living=living.state if living else "",
        kind=kind,
        ranked=ranked,
    )


def candidate(
    session: Session, me: Me, period_id: int, scope_id: int, employee_id: int, key: str = KIND
) -> Candidate:
    """One person of the ranking in full."""
    rights.demand(session, me, "awards.compare", about=employee_id)
    demand_scope(session, me, scope_id)
    period, person = _period(session, period_id), employees.get(session, employee_id)
    row = row_of(session, period, scope_id, employee_id, key)
    assert person is not None
    result = results.of(session, period_id, employee_id)
    scheme = schemes.of_period(session, period)
    why_not = why_no_proposal(session, me, period, scope_id, row, key)
    kind = kind_of(session, period, key)
    return Candidate(
        period_id=period_id,
        scope_id=scope_id,
        employee_id=employee_id,
        name=person.name,
        unit=_scope_name(session, person.unit_id),
        year=period.year,
        quarter=period.quarter,
        row=row,
        score=scores.read_parts(result) if result else None,
        names={i.key: i.name for i in scheme.indicators},
        raters=result.raters if result else 0,
        may_propose=not why_not,
        why_not=why_not,
        kind=kind,
        ranked=kind.rules(scheme.awards).ranking_list,
    )


def demand_scope(session: Session, me: Me, scope_id: int) -> None:
    """Refuse a scope that my grant does not cover wholly."""
    if not cases.reaches(session, scope_id, me.roles.get(Role.EVALUATION_TEAM, frozenset())):
        raise Refused(words.not_available(), "foreign_scope")


def _period(session: Session, period_id: int) -> Period:
    recent = periods.recent(session, 2)
    if period_id:
        found = periods.get(session, period_id)
    else:
        begun = [period for period in recent if period.state != PeriodState.OPEN]
        found = next(iter([*begun, *recent]), None)
    if found is None or found.state == PeriodState.PLANNED:
        raise Refused(texts.no_period(), "no_period")
    return found


def _my_scopes(session: Session, me: Me) -> list[tuple[int, str]]:
    granted = me.roles.get(Role.EVALUATION_TEAM, frozenset())
    return [(scope, _scope_name(session, scope)) for scope in scopes(granted)]


def _scope_name(session: Session, scope_id: int) -> str:
    return units.names(session, [scope_id]).get(scope_id, "") if scope_id else ""
