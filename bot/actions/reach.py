"""Which units somebody's HR role reaches."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.rules.authority import Role
from storage import grants, units


def my_reach(session: Session, me: Me) -> frozenset[int] | None:
    """The units my HR role covers, with all below; None is the whole agency, empty is nothing."""
    return _below(session, me.roles.get(Role.HR, frozenset()))


def reach_of(session: Session, employee_id: int, day: date) -> frozenset[int] | None:
    """The same for anybody, read afresh."""
    held = grants.of_employee(session, employee_id, day)
    return _below(session, frozenset(one.unit_id for one in held if one.role == Role.HR))


def _below(session: Session, where: frozenset[int | None]) -> frozenset[int] | None:
    if None in where:
        return None
    tops = [unit for unit in where if unit is not None]
    return units.below_any(session, tops) if tops else frozenset()
