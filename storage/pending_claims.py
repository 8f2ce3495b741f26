"""Claims that wait for their second proof, by unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from storage.accounts import ACTIVE, CLAIMED, Account
from storage.employees import Employee


def count_pending(session: Session, unit_ids: frozenset[int] | None) -> int:
    """Claims that wait for a second proof; `unit_ids` None counts the whole agency."""
    counted = select(func.count()).select_from(Account)
    return session.exec(counted.join(*_person()).where(*_waiting(unit_ids))).one()


def pending(
    session: Session, unit_ids: frozenset[int] | None, limit: int, offset: int
) -> Sequence[Account]:
    """Claims that wait for a second proof, oldest first."""
    found = select(Account).join(*_person()).where(*_waiting(unit_ids))
    page = found.order_by(col(Account.claimed_at), col(Account.id)).offset(offset).limit(limit)
    return session.exec(page).all()


def joined_between(
    session: Session, unit_ids: frozenset[int] | None, since: datetime, until: datetime
) -> int:
    """How many active accounts got their second proof in that span."""
    counted = select(func.count()).select_from(Account).join(*_person())
    proven = (col(Account.approved_at) >= since, col(Account.approved_at) < until)
    return session.exec(counted.where(Account.state == ACTIVE, *proven, *_inside(unit_ids))).one()


def _person() -> tuple[type[Employee], ColumnElement[bool]]:
    return Employee, col(Employee.id) == col(Account.employee_id)


def _inside(unit_ids: frozenset[int] | None) -> tuple[ColumnElement[bool], ...]:
    return () if unit_ids is None else (col(Employee.unit_id).in_(unit_ids),)


def _waiting(unit_ids: frozenset[int] | None) -> tuple[ColumnElement[bool], ...]:
    claimed = (col(Account.state) == CLAIMED, col(Account.approved_at).is_(None))
    return (*claimed, *_inside(unit_ids))
