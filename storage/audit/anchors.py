"""The entries that are sent out, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from bot.rules.audit import ANCHOR, Candidate
from storage.accounts import ACTIVE, Account
from storage.audit.entries import AuditEntry
from storage.employees import Employee
from storage.grants import Grant


class Anchor(NamedTuple):
    """An entry that stands for all before it."""

    number: int
    at: datetime
    mac: bytes


def about(day: date) -> str:
    """The object of a day's anchor."""
    return f"anchor/{day.isoformat()}"


def anchor_of(session: Session, day: date) -> Anchor | None:
    """The anchor of a day."""
    found = (
        select(col(AuditEntry.id), col(AuditEntry.at), col(AuditEntry.mac))
        .where(col(AuditEntry.action) == ANCHOR, col(AuditEntry.object) == about(day))
        .order_by(col(AuditEntry.id))
    )
    row = session.connection().execute(found).first()
    return None if row is None else Anchor(row[0], row[1], bytes(row[2]))


def newest_day(session: Session) -> date | None:
    """The day of the newest anchor."""
    found = (
        select(col(AuditEntry.object))
        .where(col(AuditEntry.action) == ANCHOR)
        .order_by(col(AuditEntry.id).desc())
        .limit(1)
    )
    newest = session.connection().execute(found).scalar()
    return None if newest is None else date.fromisoformat(newest.partition("/")[2])


def candidates(session: Session, today: date) -> Sequence[Candidate]:
    """Everybody in service with an account and a role that is valid today."""
    found = (
        select(col(Employee.id), col(Grant.role), col(Employee.unit_id))
        .join(Grant, col(Grant.employee_id) == col(Employee.id))
        .join(Account, col(Account.employee_id) == col(Employee.id))
        .where(
            col(Account.state) == ACTIVE,
            col(Employee.left_on).is_(None),
            col(Grant.since) <= today,
            col(Grant.until).is_(None) | (col(Grant.until) >= today),
        )
    )
    rows = session.connection().execute(found)
    return [Candidate(row.id or 0, row.role, row.unit_id) for row in rows]
