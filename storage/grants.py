"""Roles beyond being an employee: who holds which, where, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import Field, Session, SQLModel, col, or_, select


class Grant(SQLModel, table=True):
    """A role (`bot.rules.authority.Role`) for one unit with all below it, or for the agency."""

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    role: str = Field(index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    since: date
    until: date | None = None


def holders(session: Session, role: str, today: date) -> Sequence[Grant]:
    """Valid grants of a role today."""
    valid = (
        col(Grant.since) <= today,
        or_(col(Grant.until).is_(None), col(Grant.until) >= today),
    )
    return session.exec(select(Grant).where(Grant.role == role, *valid)).all()


def of_employee(session: Session, employee_id: int, today: date) -> Sequence[Grant]:
    valid = (
        col(Grant.since) <= today,
        or_(col(Grant.until).is_(None), col(Grant.until) >= today),
    )
    return session.exec(select(Grant).where(Grant.employee_id == employee_id, *valid)).all()
