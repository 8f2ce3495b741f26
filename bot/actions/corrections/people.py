"""Who may propose a correction of a result, and who may confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import levels, rights
from bot.actions.me import Me
from bot.actions.objections.people import sides_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.corrections import bar, leaves_open
from bot.rules.objections import State
from bot.rules.publication import RELEASED
from bot.texts import words
from bot.texts.corrections import replies as texts
from storage import corrections, employees, grants, objections, periods, results, units
from storage.corrections import Correction
from storage.periods import Period
from storage.results import Result

ROLES = (Role.HR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Case:
    """A published result that may be corrected, with everybody who rated in it."""

    result: Result
    period: Period
    raters: frozenset[int]
    basis: levels.Basis


def case_of(session: Session, result: Result) -> Case:
    """Raises Refused for a result that is not published, is objected to, or was decided on."""
    period = periods.get(session, result.period_id)
    if period is None or period.state not in RELEASED:
        raise Refused(words.not_available(), "not_published")
    row = objections.of_result(session, result.id or 0)
    if not leaves_open(State(row.state) if row else None):
        raise Refused(texts.objected(), "objected")
    basis = levels.basis_of(session, result)
    if basis is None:
        raise Refused(texts.not_reckonable(), "not_reckonable")
    sides = sides_of(session, result.period_id, result.employee_id)
    return Case(result, period, sides.barred, basis)


def demand(
    session: Session, me: Me, action: str, employee_id: int, proposer: int | None = None,
    state: str = "",
) -> None:  # fmt: skip
    """Raise Refused unless one of my roles reaches the person, and nothing bars me myself."""
    rights.demand(session, me, action, about=employee_id, state=state)
    if bar(me.employee_id, employee_id, (), proposer) is not None:
        raise Refused(words.not_available(), "same_person")


def result_of(session: Session, row: Correction) -> Result:
    result = results.get(session, row.result_id)
    assert result is not None
    return result


def get(session: Session, correction_id: int) -> Correction:
    row = corrections.get(session, correction_id)
    if row is None:
        raise Refused(words.not_available(), "unknown_correction")
    return row


def deciders(
    session: Session, employee_id: int, raters: frozenset[int], proposer: int, today: date
) -> list[int]:
    """HR and heads whose role reaches the person, without whoever is barred."""
    person = employees.get(session, employee_id)
    assert person is not None
    found = {
        grant.employee_id
        for role in ROLES
        for grant in grants.holders(session, role, today)
        if grant.unit_id is None or person.unit_id in units.below(session, grant.unit_id)
    }
    free = [one for one in found if bar(one, employee_id, raters, proposer) is None]
    here = employees.many(session, free)
    return sorted(number for number, one in here.items() if one.left_on is None)


def my_units(session: Session, me: Me) -> frozenset[int] | None:
    """The units that my roles reach, with all below; None is the whole agency."""
    where = frozenset[int | None]().union(*(me.roles.get(role, frozenset()) for role in ROLES))
    return None if None in where else units.below_any(session, [one for one in where if one])
