"""What a person may choose about how the bot speaks to them."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlmodel import Session, col

from storage.accounts import Account
from storage.employees import Employee
from storage.units import Unit


class Chosen(NamedTuple):
    """`quiet_from` and `quiet_until` None: the usual hours."""

    unit: str
    days_per_week: int
    quiet_from: time | None
    quiet_until: time | None
    digest: bool
    plain: bool
    language: str
    pictures: bool
    numbered: bool
    approved_at: datetime | None


def of(session: Session, account_id: int) -> Chosen:
    columns: tuple[Any, ...] = (
        col(Unit.name),
        col(Unit.days_per_week),
        col(Account.quiet_from),
        col(Account.quiet_until),
        col(Account.digest),
        col(Account.plain),
        col(Account.language),
        col(Account.pictures),
        col(Account.numbered),
        col(Account.approved_at),
    )
    found = (
        select(*columns)
        .select_from(Account)
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Account.id) == account_id)
    )
    return Chosen(*session.connection().execute(found).one())


def choose(session: Session, account_id: int, **values: time | bool | str | None) -> None:
    """Change columns of the account by name."""
    mine = update(Account).where(col(Account.id) == account_id)
    session.connection().execute(mine.values(**values))
    session.expire_all()
