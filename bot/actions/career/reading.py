"""A person's career as it stands: the next promotion, the credit, the nine boxes. Advice only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.career.known import assessed, known_of, rules_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.visibility import is_visible
from bot.rules.angka_kredit import REQUIREMENTS, Jenjang
from bot.rules.authority import Role
from bot.rules.career import (
    Area,
    Assessed,
    CareerRules,
    Fact,
    Forecast,
    Path,
    Promotion,
    Span,
    area,
    forecast,
    performance,
    potential,
    promotion,
)
from bot.rules.quarters import Quarter
from bot.rules.schemes.parts import Thresholds
from bot.texts import words
from storage import career, employees
from storage import results as stored
from storage.career import CareerDecision

SHOWN_DECISIONS = 3
ARROWS = 5


@dataclass(frozen=True, slots=True)
class Card:
    """`credit` is what counts for the next step, `need` what it asks; None where none is asked.

    `forecasts` are months from now; empty when nothing is missing or known.
    """

    employee_id: int
    name: str
    mine: bool
    rank: str
    jenjang: Jenjang | None
    step: Promotion
    credit: Decimal | None
    need: Decimal | None
    forecasts: Sequence[Forecast]
    decisions: Sequence[CareerDecision]
    objects: bool
    leads: bool
    keeps: bool
    decides: bool
    desk: bool
    today: date


@dataclass(frozen=True, slots=True)
class Point:
    """Where somebody stood after a quarter."""

    year: int
    quarter: int
    area: Area


@dataclass(frozen=True, slots=True)
class Boxes:
    """`points` oldest first, the last is now; empty without a published result."""

    employee_id: int
    name: str
    mine: bool
    objects: bool
    quarters: int
    points: Sequence[Point]
    rules: CareerRules
    thresholds: Thresholds
    parts: int


def home(session: Session, me: Me) -> Card:
    """My own career."""
    return card(session, me, me.employee_id)


def rules(session: Session, me: Me) -> None:
    """The rules are the same for all."""
    rights.demand(session, me, "career.see", about=me.employee_id)


def card(session: Session, me: Me, employee_id: int) -> Card:
    """One person's."""
    rights.demand(session, me, "career.see", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    known, jenjang = known_of(session, [person], me.today)[employee_id]
    step = promotion(known, jenjang, me.today)
    have, need, told = None, None, tuple[Forecast, ...]()
    if jenjang is not None and step.path in (Path.FUNCTIONAL, Path.JENJANG):
        asked = REQUIREMENTS[jenjang]
        inside = step.path is Path.FUNCTIONAL
        have = known.since_rank if inside else known.credit
        need = Decimal(asked.for_rank if inside else asked.for_next or 0)
        if have is not None and have < need:
            told = tuple(forecast(jenjang, need - have))
    mine = employee_id == me.employee_id
    return Card(
        employee_id, person.name, mine, person.rank, jenjang, step, have, need, told,
        career.decisions(session, employee_id, SHOWN_DECISIONS),
        employee_id in career.objecting(session, [employee_id]),
        mine and employees.has_reports(session, (me.employee_id,), me.employee_id),
        not mine and _holds(session, me, Role.HR, person.unit_id),
        not mine and _holds(session, me, Role.HEAD, person.unit_id),
        mine and (me.has(Role.HR) or me.has(Role.HEAD)),
        me.today,
    )  # fmt: skip


def _holds(session: Session, me: Me, role: Role, unit_id: int) -> bool:
    return cases.reaches(session, unit_id, me.roles.get(role, frozenset()))


def boxes(session: Session, me: Me, employee_id: int) -> Boxes:
    """The nine boxes of one person, of published results alone; none for who objected."""
    rights.demand(session, me, "career.see", about=employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    rules, thresholds = rules_of(session, me.today)
    objects = employee_id in career.objecting(session, [employee_id])
    points: Sequence[Point] = ()
    parts = assessed(career.newest(session, [employee_id]), employee_id)
    if not objects:
        points = _points(session, me, employee_id, rules, thresholds, parts)
    return Boxes(
        employee_id, person.name, employee_id == me.employee_id, objects, rules.quarters,
        points, rules, thresholds, len(parts),
    )  # fmt: skip


def decision(session: Session, me: Me, number: int) -> tuple[CareerDecision, str, str]:
    """What was decided, of whom, by whom."""
    row = career.decision(session, number)
    rights.demand(session, me, "career.see", about=row.employee_id if row else 0)
    assert row is not None
    people = employees.many(session, [row.employee_id, row.decided_by])
    if row.decided_by not in people:
        raise Refused(words.not_available(), "gone")
    return row, people[row.employee_id].name, people[row.decided_by].name


def _points(
    session: Session, me: Me, employee_id: int, rules: CareerRules, thresholds: Thresholds,
    facts: Mapping[Fact, Assessed],
) -> Sequence[Point]:  # fmt: skip
    """After each of the last quarters: the window that ended then, and what was assessed then."""
    there = [
        (period.year, period.quarter, Decimal(result.total))
        for result, period in stored.newest_of(session, employee_id, rules.quarters + ARROWS)
        if is_visible(session, period, employee_id)
    ]
    points = []
    for at, (year, quarter, _) in enumerate(there[:ARROWS]):
        last = me.today if at == 0 else Quarter(year, quarter).last_day
        held = {part: one for part, one in facts.items() if one.day <= last}
        y = performance([total for _, _, total in there[at : at + rules.quarters]])
        assert isinstance(y, Span)
        x = potential(rules, held, last)
        points.append(Point(year, quarter, area(rules, thresholds.met, thresholds.above, y, x)))
    return points[::-1]
