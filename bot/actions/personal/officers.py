"""Who answers for personal data: HR of the person's unit, and who is told when nobody did."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.cases import reaches
from bot.actions.days import office_day
from bot.rules.authority import Role
from storage import accounts, employees, grants, units


def officers(session: Session, employee_id: int, now: datetime) -> list[int]:
    """HR that reaches this person, never the person; heads where there is no such HR."""
    return _holding(session, Role.HR, employee_id, now) or heads(session, employee_id, now)


def heads(session: Session, employee_id: int, now: datetime) -> list[int]:
    """Heads that reach this person, never the person."""
    return _holding(session, Role.HEAD, employee_id, now)


def covering(session: Session, unit_id: int, now: datetime, *roles: Role) -> list[int]:
    """Everybody who holds one of these roles today for that unit wholly (`AGENCY`: all)."""
    held = [one for role in roles for one in grants.holders(session, role, office_day(now))]
    return sorted({one.employee_id for one in held if reaches(session, unit_id, (one.unit_id,))})


def confirmers(session: Session, asker_id: int, unit_id: int, now: datetime) -> list[int]:
    """Who confirms a notice: heads, never whoever asks; HR where no such head can.

    All have an account, and reach the asker as well as the unit (`AGENCY`: all of them).
    """
    for role in (Role.HEAD, Role.HR):
        held = grants.holders(session, role, office_day(now))
        wide = {one.employee_id for one in held if reaches(session, unit_id, (one.unit_id,))}
        reaching = wide.intersection(_holding(session, role, asker_id, now))
        if able := sorted(accounts.holders(session, reaching)):
            return able
    return []


def _holding(session: Session, role: Role, employee_id: int, now: datetime) -> list[int]:
    person = employees.get(session, employee_id)
    if person is None:
        return []
    around = units.above(session, person.unit_id)
    held = grants.holders(session, role, office_day(now))
    return sorted(
        {
            one.employee_id
            for one in held
            if one.employee_id != employee_id and (one.unit_id is None or one.unit_id in around)
        }
    )
