"""Everybody of a scope in the order of the scheme, with what stands in each one's way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlmodel import Session

from bot.actions import deeds, objections, schemes
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.awards import AwardRules, Candidate, Obstacle, Ranked, Record, award_obstacles, rank
from bot.rules.predikat import Predikat
from bot.rules.proposals import AGENCY
from bot.texts import words
from storage import awards, employees, grants, periods, results, units
from storage.employees import Employee
from storage.periods import Period
from storage.results import Result

KIND = "pegawai_teladan"


@dataclass(frozen=True, slots=True)
class Row:
    employee_id: int
    name: str
    score: Decimal | None
    place: int | None
    tied: bool
    near: bool
    obstacles: Sequence[Obstacle]


def ranking(session: Session, period: Period, scope_id: int) -> list[Row]:
    """Everybody of the scope: ranked people first, then those without a result, by name."""
    assert period.id is not None
    people = _people(session, scope_id)
    ids = [person.id for person in people if person.id is not None]
    found = results.of_people(session, period.id, ids)
    quarter, scheme = schemes.quarter_of(period), schemes.of_period(session, period)
    last = awards.last_periods(session, KIND, ids)
    quarters = {p.id: schemes.quarter_of(p) for p in periods.everything(session)}
    roles = _roles(session, period)
    rules = _reachable(scheme.awards, found.values())
    names = {person.id: person.name for person in people}
    counted = deeds.count_rated(session, ids, quarter)
    measured = [_measured(result, counted.get(n, 0)) for n, result in found.items()]
    places = {int(r.candidate.key): r for r in rank(measured, rules)}
    objected = objections.open_people(session, period.id)
    rows = []
    for number in sorted(ids, key=lambda n: places[n].place if n in places else len(ids) + 1):
        result = found.get(number)
        record = Record(
            score=Decimal(result.total) if result else None,
            predikat=Predikat(result.predikat) if result else None,
            raters=result.raters if result else 0,
            roles=roles.get(number, frozenset()),
            last_award=quarters.get(last.get(number)),
            objection_open=number in objected,
        )
        obstacles = sorted(award_obstacles(record, rules, quarter))
        rows.append(_row(number, names[number], record.score, places.get(number), obstacles))
    return rows


def row_of(session: Session, period: Period, scope_id: int, employee_id: int) -> Row:
    """One person's row; Refused for somebody who is not of the scope."""
    for row in ranking(session, period, scope_id):
        if row.employee_id == employee_id:
            return row
    raise Refused(words.not_available(), "not_ranked")


def _row(
    number: int, name: str, score: Decimal | None, at: Ranked | None, obstacles: list[Obstacle]
) -> Row:
    if at is None:
        return Row(number, name, score, None, False, False, [Obstacle.NO_RESULT])
    return Row(number, name, score, at.place, at.tied, at.near, obstacles)


def _measured(result: Result, achievements: int) -> Candidate:
    return Candidate(
        str(result.employee_id),
        Decimal(result.total),
        Decimal(result.hasil_kerja),
        Decimal(result.perilaku),
        achievements,
    )


def _reachable(rules: AwardRules, found: Collection[Result]) -> AwardRules:
    """The rules with no more raters demanded than anybody had: while only superiors are asked,
    the missing groups must not keep everybody from the award."""
    most = max((result.raters for result in found), default=1)
    return replace(rules, fewest_raters=min(rules.fewest_raters, most))


def _people(session: Session, scope_id: int) -> Sequence[Employee]:
    if scope_id == AGENCY:
        return employees.in_service(session)
    return employees.in_units(session, units.below(session, scope_id))


def _roles(session: Session, period: Period) -> dict[int, frozenset[str]]:
    """Roles that keep people from awards, as held when rating ends."""
    held: dict[int, frozenset[str]] = {}
    for role in Role:
        for grant in grants.holders(session, role, period.rate_until):
            held[grant.employee_id] = held.get(grant.employee_id, frozenset()) | {role.value}
    return held
