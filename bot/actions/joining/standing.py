"""Whether somebody's word weighs on others, so that more is asked before they are let in."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.days import office_day
from bot.rules.roster import DECIDING
from storage import grants
from storage.employees import Employee


def decides(session: Session, person: Employee, now: datetime) -> bool:
    """Whether the person holds a deciding role that day."""
    held = grants.of_employee(session, person.id or 0, office_day(now))
    return any(grant.role in DECIDING for grant in held)
