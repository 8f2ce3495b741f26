"""Who may change the scheme, which is the whole agency's: HR and heads of all of it."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions import cases
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.proposals import AGENCY
from storage import grants

ROLES = (Role.HR, Role.HEAD)


def covers_agency(session: Session, me: Me) -> bool:
    """Whether I am HR or head for the whole agency, not only for a unit."""
    granted = frozenset[int | None]().union(*(me.roles.get(role, frozenset()) for role in ROLES))
    return cases.reaches(session, AGENCY, granted)


def deciders(session: Session, author: int, today: date) -> list[int]:
    """Everybody but the author who may decide."""
    found = {
        grant.employee_id
        for role in ROLES
        for grant in grants.holders(session, role, today)
        if cases.reaches(session, AGENCY, (grant.unit_id,))
    }
    return sorted(found - {author})
