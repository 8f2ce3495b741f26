"""Those whom I rate this quarter, myself or with a mandate, and one of them in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.about import About
from bot.actions.appraisals.mine import (
    has_people,
    left_out,
    most_urgent,
    my_people,
    people_of,
    rating_open,
    states,
)
from bot.actions.appraisals.serving import demand_served
from bot.actions.drills.gate import shut
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.reports.parts import Parts
from bot.actions.reports.parts import sent as sent_parts
from bot.rules.periods import PeriodState
from bot.rules.schemes import Source
from bot.texts import words
from storage import appraisals, employees, periods, reports, results, returns
from storage.appraisals import ways
from storage.periods import Period

PAGE = 4


@dataclass(frozen=True, slots=True)
class Line:
    employee_id: int
    name: str
    reported: bool
    state: str  # "", draft, sent
    left: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of my people; `year` is 0 before any period has opened, `total` without people.

    `left` of them can be rated now and have no sent form. `shut`: after my drill only.
    `across`: I go by criterion.
    """

    period_id: int
    year: int
    quarter: int
    due: date
    today: date
    people: Sequence[Line]
    page: int
    pages: int
    sent: int
    total: int
    left: int = 0
    shut: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(About):
    """What I know before I rate: the report, the achievements, how far the form is."""

    post: str
    report: str
    reported: bool
    submit_until: date
    deeds: Sequence[tuple[str, bool]]
    state: str
    open: bool
    total: Decimal | None
    returned: str = ""
    parts: Parts = field(default_factory=Parts)
    left_on: date | None = None
    shut: bool = False


def list_(session: Session, me: Me, period_id: int = 0, page: int = 0) -> Listed:
    """Whom I rate in a period, the most urgent one when none is named."""
    rights.demand(session, me, "appraisals.list", about=me.employee_id)
    people = my_people(session, me)
    if not people and not has_people(session, me):
        return Listed(0, 0, 0, me.today, me.today, (), 0, 1, 0, 0)
    period = periods.get(session, period_id) if period_id else most_urgent(session, me)
    if period is None or period.state == PeriodState.PLANNED:
        return Listed(0, 0, 0, me.today, me.today, (), 0, 1, 0, len(people))
    assert period.id is not None
    people = people_of(session, me, period.id)
    ids = [person.id for person in people if person.id]
    known = states(session, me, period.id, ids)
    reported = reports.senders_among(session, period.id, ids)
    people.sort(key=lambda p: (known.get(p.id or 0) == appraisals.SENT, p.name))
    some = leaf(people, page, PAGE)
    rights.seen(session, me, "appraisals.list", [one.id or 0 for one in some.items])
    shown = [
        Line(p.id or 0, p.name, p.id in reported, known.get(p.id or 0, ""), p.left_on is not None)
        for p in some.items
    ]
    sent = sum(state == appraisals.SENT for state in known.values())
    return Listed(
        period.id, period.year, period.quarter, period.rate_until, me.today,
        shown, some.page, some.pages, sent, len(people),
        _left(period, me.today, ids, known, reported, left_out(session, period, ids)),
        shut(session, me, period),
        bool(ways.by_criterion(session, period.id, me.employee_id, Source.SUPERIOR)),
    )  # fmt: skip


def _left(
    period: Period,
    today: date,
    ids: Collection[int],
    states: Mapping[int, str],
    reported: Collection[int],
    late: Collection[int],
) -> int:
    unsent = [number for number in ids if states.get(number) != appraisals.SENT]
    return sum(
        number in late or rating_open(period, today, reported=number in reported)
        for number in unsent
    )


def person(session: Session, me: Me, period_id: int, employee_id: int) -> Person:
    """One of mine with report, achievements and the state of the form."""
    demand_served(session, me, "appraisals.read", employee_id, period_id)
    one, period = employees.get(session, employee_id), periods.get(session, period_id)
    if one is None or period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    report = reports.of(session, period_id, employee_id)
    reported = report is not None and report.sent_at is not None
    done = deeds.deeds_of(session, employee_id, schemes.quarter_of(period))
    state = states(session, me, period_id, [employee_id]).get(employee_id, "")
    result = results.of(session, period_id, employee_id)
    return Person(
        period_id=period_id,
        employee_id=employee_id,
        year=period.year,
        quarter=period.quarter,
        name=one.name,
        sex=one.sex,
        post=one.post,
        report=report.text if report else "",
        reported=reported,
        submit_until=period.submit_until,
        deeds=deeds.titles(done),
        state=state,
        open=rating_open(period, me.today, reported=reported)
        or bool(left_out(session, period, [employee_id])),
        total=Decimal(result.total) if result and state == appraisals.SENT else None,
        returned="" if result else _returned(session, period_id, employee_id),
        parts=sent_parts(session, period, employee_id, report),
        left_on=one.left_on,
        shut=shut(session, me, period),
    )


def _returned(session: Session, period_id: int, employee_id: int) -> str:
    """Why the team gave the form back; "" when it never did."""
    found = returns.of_person(session, period_id, employee_id)
    return found[-1].reason if found else ""
