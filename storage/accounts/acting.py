"""All about the person behind an update, in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Date,
    Select,
    String,
    bindparam,
    cast,
    func,
)
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from storage.accounts.account import ENDED, Account
from storage.employees import Employee
from storage.grants import Grant
from storage.prepared import Prepared
from storage.units import Unit


class Known(NamedTuple):
    """One row that says all about the person behind an update."""

    account_id: int
    employee_id: int
    state: str
    epoch: int
    typing: str | None
    card: int | None
    unreachable: str | None
    name: str
    sex: int
    unit_id: int
    superior_id: int | None
    left_on: date | None
    zone: str
    roles: str | None
    plain: bool
    offered: str
    passing: str


def _known() -> Select[*tuple[Any, ...]]:
    today = bindparam("today", type_=Date)
    place = func.coalesce(cast(col(Grant.unit_id), String), "")
    roles = (
        select(func.aggregate_strings(col(Grant.role) + ":" + place, ","))
        .where(
            col(Grant.employee_id) == col(Employee.id),
            col(Grant.since) <= today,
            or_(col(Grant.until).is_(None), col(Grant.until) >= today),
        )
        .scalar_subquery()
    )
    columns = (
        col(Account.id),
        col(Account.employee_id),
        col(Account.state),
        col(Account.epoch),
        col(Account.typing),
        col(Account.card),
        col(Account.unreachable),
        col(Employee.name),
        col(Employee.sex),
        col(Employee.unit_id),
        col(Employee.superior_id),
        col(Employee.left_on),
        col(Unit.zone),
        roles,
        col(Account.plain),
        col(Account.offered),
        col(Account.passing),
    )
    found: Select[*tuple[Any, ...]] = select_columns(*columns)
    return (
        found.join(Employee, col(Employee.id) == col(Account.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Account.telegram_id) == bindparam("telegram_id"), col(Account.state) != ENDED)
    )


# Statements of every tap are built once: building costs more than running them.
# The row is locked: what one person does at two replicas is done one after the other.
_KNOWN = Prepared(_known().with_for_update(of=Account, key_share=True))


def known(session: Session, telegram_id: int, today: date) -> Known | None:
    """The living account with its person and valid roles (`role:unit,…`), in one statement.

    On PostgreSQL nobody else acts for this person until the transaction ends.
    """
    row = _KNOWN.first(session, telegram_id=telegram_id, today=today)
    return Known(*row) if row else None
