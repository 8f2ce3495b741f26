"""Asking for the right: the relation is read afresh, the table decides."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Relation, Role, allows
from bot.texts import words
from storage import absences, employees, units


def demand(
    session: Session, me: Me, action: str, about: int | None = None, state: str = ""
) -> None:
    """Raise Refused unless `me` may do `action` to an object about this employee, in this state.

    The refusal reads the same whether the object is forbidden or does not exist.
    """
    relation, roles = standing(session, me, about)
    if not allows(action, relation, roles, state):
        raise Refused(words.not_available(), "forbidden")


def standing(session: Session, me: Me, about: int | None) -> tuple[Relation, frozenset[Role]]:
    """My relation to that employee, and those of my roles that reach the employee's unit."""
    if about is None:
        return Relation.NOBODY, frozenset(me.roles)
    if about == me.employee_id:
        return Relation.SELF, _roles_for(session, me, me.unit_id)
    person = employees.get(session, about)
    if person is None:
        return Relation.OTHER, frozenset()
    return _relation(session, me, person), _roles_for(session, me, person.unit_id)


def _relation(session: Session, me: Me, person: employees.Employee) -> Relation:
    if person.superior_id is not None:
        if acts_for(session, me, person.superior_id):
            return Relation.REPORT
        superior = employees.get(session, person.superior_id)
        above = superior.superior_id if superior else None
        if above is not None and acts_for(session, me, above):
            return Relation.INDIRECT_REPORT
    return Relation.SAME_UNIT if person.unit_id == me.unit_id else Relation.OTHER


def acts_for(session: Session, me: Me, official_id: int) -> bool:
    """Whether I am that official, or hold the official's mandate today."""
    if official_id == me.employee_id:
        return True
    mandate = absences.mandate_for(session, official_id, me.today)
    return mandate is not None and mandate.holder_id == me.employee_id


def _roles_for(session: Session, me: Me, unit_id: int) -> frozenset[Role]:
    return frozenset(
        role
        for role, where in me.roles.items()
        if None in where or any(unit_id in units.below(session, top) for top in where if top)
    )
