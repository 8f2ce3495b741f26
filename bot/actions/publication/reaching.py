"""Who has the whole agency before them: results of a quarter are published for all at once."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions import cases
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.proposals import AGENCY
from bot.texts import words
from storage import grants

READERS = (Role.HEAD, Role.EVALUATION_TEAM, Role.HR)


def signers(session: Session, today: date) -> list[int]:
    """Heads whose role covers the whole agency."""
    return [
        grant.employee_id
        for grant in grants.holders(session, Role.HEAD, today)
        if cases.reaches(session, AGENCY, (grant.unit_id,))
    ]


def reaches_all(session: Session, me: Me, *roles: Role) -> bool:
    """Whether one of these roles of mine covers the whole agency."""
    return any(cases.reaches(session, AGENCY, me.roles[role]) for role in roles if me.has(role))


def demand_all(session: Session, me: Me, *roles: Role) -> None:
    """Raise Refused unless one of these roles of mine covers the whole agency."""
    if not reaches_all(session, me, *roles):
        raise Refused(words.not_available(), "foreign_scope")
