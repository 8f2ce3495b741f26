"""Whose a breach is: of those whose role covers everybody it concerns, and of nobody else."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.cases import reaches
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.proposals import AGENCY

KEEPERS = (Role.HR, Role.HEAD)
READERS = (*KEEPERS, Role.INSPECTORATE)


def covers(session: Session, me: Me, unit_id: int, roles: tuple[Role, ...] = KEEPERS) -> bool:
    """Whether one of these roles of mine covers that unit wholly (`AGENCY`: all of them)."""
    return any(reaches(session, unit_id, me.roles[role]) for role in roles if me.has(role))


def widest(session: Session, me: Me) -> int:
    """What I may write down at the most: the agency, else the first unit of my roles."""
    if covers(session, me, AGENCY):
        return AGENCY
    where = {unit for role in KEEPERS if me.has(role) for unit in me.roles[role]}
    return min(unit for unit in where if unit is not None)
