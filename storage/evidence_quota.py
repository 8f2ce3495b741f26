"""How many bytes of evidence a person sent, counted one transaction at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.achievements import Achievement
from storage.employees import Employee
from storage.evidence import Evidence


def hold(session: Session, employee_id: int) -> None:
    """Wait for others that count this person's bytes, and keep them waiting until the end."""
    mine = select(Employee.id).where(Employee.id == employee_id)
    session.exec(mine.with_for_update(key_share=True)).first()


def used(
    session: Session, employee_id: int, since: datetime, until: datetime, states: Collection[str]
) -> int:
    """Bytes of evidence in these states that this person added from `since` to before `until`."""
    found = (
        select(func.coalesce(func.sum(Evidence.size), 0))
        .join(Achievement, col(Achievement.id) == col(Evidence.achievement_id))
        .where(
            Achievement.employee_id == employee_id,
            Evidence.turn_id == 0,
            col(Evidence.state).in_(states),
            col(Evidence.added_at) >= since,
            col(Evidence.added_at) < until,
        )
    )
    return int(session.exec(found).one() or 0)
