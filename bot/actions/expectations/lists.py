"""What people see of planned results: the list, one in full, its trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.expectations.proposing import ready, seen_of
from bot.actions.expectations.reading import (
    Planned,
    as_proposed,
    chosen_period,
    living,
    of_person,
)
from bot.actions.expectations.tracing import local, proposed_of
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.rules.expectations import State, may_agree, may_propose
from bot.rules.periods import PeriodState
from bot.texts import words
from storage import duties, employees, expectations, results
from storage.duties import DutyKind
from storage.employees import Employee
from storage.periods import Period

PAGE = 4


@dataclass(frozen=True, slots=True)
class Mine:
    """My planned results of a quarter; `ready` counts drafts that may be proposed now.

    `superior` is "" where there is nobody who could agree. `above_agreed`: the superior has a
    planned result in force. `due` is the last day on which the first proposal is owed, if it is.
    """

    period_id: int
    year: int
    quarter: int
    today: date
    planned: Sequence[Planned]
    page: int
    pages: int
    most: int
    ready: int
    seen: str
    writable: bool
    superior: str
    above_agreed: bool
    has_people: bool
    due: date | None
    names: dict[str, str]

    @property
    def shown(self) -> Sequence[Planned]:
        return self.planned[self.page * PAGE : (self.page + 1) * PAGE]


@dataclass(frozen=True, slots=True)
class One:
    """A planned result in full, for its owner and for those above."""

    period_id: int
    employee_id: int
    year: int
    quarter: int
    own: bool
    name: str
    planned: Planned
    indicator: str
    hand_indicator: str
    supports: str
    superior: str
    agreed_by: str
    agreed_at: datetime | None
    waits_since: datetime | None
    seen: str
    writable: bool
    agreeable: bool
    traced: bool


def mine(session: Session, me: Me, period_id: int = 0, page: int = 0) -> Mine | None:
    """My planned results; None before any quarter has opened."""
    rights.demand(session, me, "expectations.write", about=me.employee_id)
    period = chosen_period(session, period_id)
    if period is None:
        return None
    assert period.id is not None
    planned = of_person(session, period, me.employee_id)
    scheme = schemes.of_period(session, period)
    drafts = ready(planned)
    superior = employees.get(session, me.superior_id) if me.superior_id else None
    above = of_person(session, period, me.superior_id) if me.superior_id else []
    return Mine(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        today=me.today,
        planned=planned,
        page=nearest(page, len(planned), PAGE),
        pages=pages_of(len(planned), PAGE),
        most=scheme.planned_results,
        ready=len(drafts),
        seen=seen_of(drafts),
        writable=may_propose(PeriodState(period.state)),
        superior=superior.name if superior else "",
        above_agreed=any(one.force for one in above),
        has_people=employees.has_reports(session, (me.employee_id,), me.employee_id),
        due=_due(session, me, period.id),
        names={i.key: i.name for i in scheme.indicators},
    )


def _due(session: Session, me: Me, period_id: int) -> date | None:
    owed = duties.open_ones(session, (me.employee_id,), (DutyKind.PLAN,), me.today)
    return next((one.due_on for one in owed if one.period_id == period_id), None)


def one(session: Session, me: Me, planned_id: int) -> One:
    """One of them in full; drafts are for their owner alone."""
    row = expectations.get(session, planned_id)
    rights.demand(session, me, "expectations.see", about=row.employee_id if row else None)
    assert row is not None
    period, planned = living(session, planned_id)
    own = row.employee_id == me.employee_id
    if not own and not (seen := as_proposed([planned])):
        raise Refused(words.not_available(), "draft")
    planned = planned if own else seen[0]
    names = {i.key: i.name for i in schemes.of_period(session, period).indicators}
    person = employees.get(session, row.employee_id)
    assert person is not None
    superior = employees.get(session, person.superior_id) if person.superior_id else None
    said, hand = planned.shown, planned.hand
    by = employees.get(session, said.decided_by) if said.decided_by else None
    waits = hand is not None and hand.state is State.PROPOSED
    return One(
        period_id=row.period_id,
        employee_id=row.employee_id,
        year=period.year,
        quarter=period.quarter,
        own=own,
        name=person.name,
        planned=planned,
        indicator=names.get(said.indicator, ""),
        hand_indicator=names.get(hand.indicator, "") if hand else "",
        supports=_text_of(session, said.supports),
        superior=superior.name if superior else "",
        agreed_by=by.name if by else "",
        agreed_at=local(me, said.decided_at) if planned.force else None,
        waits_since=local(me, hand.proposed_at) if waits and hand else None,
        seen=seen_of([hand]) if hand else "",
        writable=own and may_propose(PeriodState(period.state)),
        agreeable=waits and is_mine_to_agree(session, me, period, person),
        traced=len(proposed_of(session, planned_id)) > 1,
    )


def is_mine_to_agree(session: Session, me: Me, period: Period, person: Employee) -> bool:
    """Whether I am the superior, or hold the superior's mandate, and it may still be agreed."""
    rated = results.of(session, period.id or 0, person.id or 0) is not None
    if person.superior_id is None or not may_agree(PeriodState(period.state), rated=rated):
        return False
    return person.id != me.employee_id and rights.acts_for(session, me, person.superior_id)


def _text_of(session: Session, planned_id: int | None) -> str:
    """What the superior's planned result says now, or said last."""
    if planned_id is None:
        return ""
    agreed = [w for w in expectations.wordings(session, planned_id) if w.state is State.AGREED]
    return agreed[-1].text if agreed else ""
