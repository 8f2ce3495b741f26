"""Who may have an award at all: what the rules of its kind ask of a person, one or many."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from bot.actions import objections, schemes
from bot.actions.awards import measuring
from bot.actions.awards.measuring import Standing
from bot.rules.authority import Role
from bot.rules.awards import AwardKind, AwardRules, Obstacle, Record, award_obstacles
from bot.rules.proposals import AGENCY
from bot.rules.quarters import Quarter
from storage import certificates, employees, grants, periods, results, service_notes, units
from storage.employees import Employee
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Others:
    """What else the rules ask of people, by their numbers."""

    roles: Mapping[int, frozenset[str]]
    last: Mapping[int, Quarter]
    objected: Collection[int]
    penalised: Mapping[int, date]


def own_obstacles(
    session: Session, period: Period, kind: AwardKind, scope_id: int, employee_id: int
) -> list[Obstacle]:
    """What keeps one person from it, without comparing everybody."""
    return obstacles_of(session, period, kind, scope_id, [employee_id])[employee_id]


def obstacles_of(
    session: Session, period: Period, kind: AwardKind, scope_id: int, ids: Sequence[int]
) -> dict[int, list[Obstacle]]:
    """The same of several."""
    rules = kind.rules(schemes.of_period(session, period).awards)
    inside = None if scope_id == AGENCY else units.below(session, scope_id)
    most = results.most_raters(session, period.id or 0, inside)
    rules = replace(rules, fewest_raters=min(rules.fewest_raters, most))
    known = measuring.standings(session, period, kind, ids)
    others, quarter = others_of(session, period, kind, ids, rules), schemes.quarter_of(period)
    found = {}
    for one in ids:
        met = award_obstacles(record_of(one, known.get(one), others), rules, quarter)
        found[one] = sorted(met if one in known else met - {Obstacle.FEW_RATERS})
    return found


def still_free(
    session: Session, period: Period, kind: AwardKind, scope_id: int, ids: Sequence[int]
) -> list[int]:
    """Those of them who are still in service and in the scope, and whom nothing keeps from it.

    An open objection only delays an award: nobody loses a place by objecting.
    """
    people = employees.many(session, ids)
    inside = None if scope_id == AGENCY else units.below(session, scope_id)
    here = [
        one
        for one in ids
        if people[one].left_on is None and (inside is None or people[one].unit_id in inside)
    ]
    barred = obstacles_of(session, period, kind, scope_id, here)
    return [one for one in here if not set(barred[one]) - {Obstacle.OBJECTION_OPEN}]


def in_scope(session: Session, scope_id: int, person: Employee) -> bool:
    return scope_id == AGENCY or person.unit_id in units.below(session, scope_id)


def others_of(
    session: Session, period: Period, kind: AwardKind, ids: Sequence[int], rules: AwardRules
) -> Others:
    quarters = {p.id: schemes.quarter_of(p) for p in periods.everything(session)}
    last = certificates.last_periods(session, kind.key, ids)
    return Others(
        _roles(session, period, rules),
        {number: quarters[one] for number, one in last.items()},
        objections.open_people(session, period.id or 0),
        service_notes.penalised_until(session, ids),
    )


def record_of(number: int, known: Standing | None, others: Others) -> Record:
    return Record(
        score=known.score if known else None,
        predikat=known.predikat if known else None,
        raters=known.raters if known else 0,
        roles=others.roles.get(number, frozenset()),
        disciplined_until=others.penalised.get(number),
        last_award=others.last.get(number),
        objection_open=number in others.objected,
    )


def _roles(session: Session, period: Period, rules: AwardRules) -> dict[int, frozenset[str]]:
    """Roles that keep people from awards, as held when rating ends."""
    held: dict[int, frozenset[str]] = {}
    for role in sorted(Role(one) for one in rules.excluded_roles):
        for grant in grants.holders(session, role, period.rate_until):
            held[grant.employee_id] = held.get(grant.employee_id, frozenset()) | {role.value}
    return held
