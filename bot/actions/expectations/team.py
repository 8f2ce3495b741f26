"""The planned results of my people: who has none, what waits for me, what is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.about import About
from bot.actions.appraisals.mine import my_people
from bot.actions.expectations.agreeing import seen_of
from bot.actions.expectations.lists import PAGE as PLANNED_PAGE
from bot.actions.expectations.lists import is_mine_to_agree
from bot.actions.expectations.reading import (
    Planned,
    as_proposed,
    chosen_period,
    of_people,
    opened_period,
)
from bot.actions.me import Me
from bot.actions.pages import leaf, nearest, pages_of
from bot.actions.refusals import Refused
from bot.rules.expectations import State, Wording
from bot.texts import appraisals as appraisal_texts
from storage import employees
from storage.employees import Employee

PAGE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """How many of a person's planned results wait, came back, are agreed."""

    employee_id: int
    name: str
    waiting: int
    returned: int
    agreed: int

    @property
    def rank(self) -> int:
        """What waits for me first, then who has nothing, then the others."""
        return 0 if self.waiting else 2 if self.agreed or self.returned else 1


@dataclass(frozen=True, slots=True)
class Team:
    """`own_agreed`: I have planned results in force, which they can choose to support."""

    period_id: int
    year: int
    quarter: int
    people: Sequence[Line]
    page: int
    pages: int
    waiting: int
    without: int
    total: int
    own_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(About):
    """One person's planned results, for those above; `waiting` may be agreed to by me."""

    today: date
    planned: Sequence[Planned]
    page: int
    pages: int
    waiting: Sequence[Wording]
    since: datetime | None
    seen: str
    agreeable: bool

    @property
    def shown(self) -> Sequence[Planned]:
        return self.planned[self.page * PLANNED_PAGE : (self.page + 1) * PLANNED_PAGE]


def team(session: Session, me: Me, period_id: int = 0, page: int = 0) -> Team | None:
    """My people with where their planned results stand; None before any quarter has opened."""
    rights.demand(session, me, "expectations.team", about=me.employee_id)
    people = my_people(session, me)
    if not people:
        raise Refused(appraisal_texts.nobody_to_rate(), "no_reports")
    period = chosen_period(session, period_id)
    if period is None:
        return None
    ids = [person.id or 0 for person in people]
    found = of_people(session, period, [*ids, me.employee_id])
    lines = [_line(person, found.get(person.id or 0, [])) for person in people]
    lines.sort(key=lambda line: (line.rank, line.name))
    some = leaf(lines, page, PAGE)
    rights.seen(session, me, "expectations.team", [one.employee_id for one in some.items])
    return Team(
        period_id=period.id or 0,
        year=period.year,
        quarter=period.quarter,
        people=some.items,
        page=some.page,
        pages=some.pages,
        waiting=sum(line.rank == 0 for line in lines),
        without=sum(line.rank == 1 for line in lines),
        total=len(lines),
        own_agreed=any(one.force for one in found.get(me.employee_id, [])),
    )


def _line(person: Employee, planned: Sequence[Planned]) -> Line:
    hands = [one.hand.state for one in planned if one.hand is not None]
    agreed = sum(one.force is not None for one in planned)
    waiting, returned = hands.count(State.PROPOSED), hands.count(State.RETURNED)
    return Line(person.id or 0, person.name, waiting, returned, agreed)


def person(session: Session, me: Me, period_id: int, employee_id: int, page: int = 0) -> Person:
    """One person's planned results, without what is still being written."""
    rights.demand(session, me, "expectations.see", about=employee_id)
    one, period = employees.get(session, employee_id), opened_period(session, period_id)
    assert one is not None
    planned = as_proposed(of_people(session, period, [employee_id]).get(employee_id, []))
    waiting = [p.hand for p in planned if p.hand and p.hand.state is State.PROPOSED]
    moments = [w.proposed_at for w in waiting if w.proposed_at]
    return Person(
        period_id=period_id,
        employee_id=employee_id,
        year=period.year,
        quarter=period.quarter,
        name=one.name,
        sex=one.sex,
        today=me.today,
        planned=planned,
        page=nearest(page, len(planned), PLANNED_PAGE),
        pages=pages_of(len(planned), PLANNED_PAGE),
        waiting=waiting,
        since=min(moments).astimezone(me.zone) if moments else None,
        seen=seen_of(waiting),
        agreeable=bool(waiting) and is_mine_to_agree(session, me, period, one),
    )
