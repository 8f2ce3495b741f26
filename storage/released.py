"""Published results by their numbers: on their way to their people, and as receipts stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage.employees import Employee
from storage.receipts import OF_THE_EDITION, Receipt
from storage.results import Result
from storage.units import Unit
from storage.walking import of_period


class Released(NamedTuple):
    """A published result on its way to its person."""

    result_id: int
    employee_id: int
    edition: int
    left_on: date | None
    zone: str
    days_per_week: int
    taken: bool


def after_number(session: Session, period_id: int, after: int, limit: int) -> Sequence[Released]:
    """Results of a period in the order of their numbers, beyond `after`."""
    mine = (of_period(Result.period_id, period_id), col(Result.id) > after)
    found = _RELEASED.where(*mine).order_by(col(Result.id)).limit(limit)
    return [Released(*one) for one in session.connection().execute(found)]


def by_number(session: Session, result_id: int) -> Sequence[Released]:
    """The same of one result alone."""
    found = _RELEASED.where(col(Result.id) == result_id)
    return [Released(*one) for one in session.connection().execute(found)]


def of_person(session: Session, period_id: int, employee_id: int) -> Sequence[Released]:
    """The same of one person."""
    mine = (col(Result.period_id) == period_id, col(Result.employee_id) == employee_id)
    return [Released(*one) for one in session.connection().execute(_RELEASED.where(*mine))]


_RELEASED_COLUMNS: tuple[Any, ...] = (
    *(col(Result.id), col(Result.employee_id), col(Result.edition)),
    *(col(Employee.left_on), col(Unit.zone), col(Unit.days_per_week)),
    col(Receipt.taken_at).is_not(None),
)
_RELEASED = (
    select_columns(*_RELEASED_COLUMNS)
    .join(Employee, col(Employee.id) == col(Result.employee_id))
    .join(Unit, col(Unit.id) == col(Employee.unit_id))
    .outerjoin(Receipt, OF_THE_EDITION)
)


class Issued(NamedTuple):
    """The receipt of a result as it stands, with what its time to object depends on."""

    receipt_id: int
    employee_id: int
    edition: int
    issued_at: datetime
    taken_at: datetime | None
    zone: str
    days_per_week: int


def receipts_after(session: Session, period_id: int, after: int, limit: int) -> list[Issued]:
    """Receipts of the results of a period as they stand, in the order of their numbers."""
    columns: tuple[Any, ...] = (
        *(col(Receipt.id), col(Receipt.employee_id), col(Receipt.edition)),
        *(col(Receipt.issued_at), col(Receipt.taken_at), col(Unit.zone), col(Unit.days_per_week)),
    )
    found = (
        select_columns(*columns)
        .join(Result, OF_THE_EDITION)
        .join(Employee, col(Employee.id) == col(Receipt.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(of_period(Receipt.period_id, period_id), col(Receipt.id) > after)
        .order_by(col(Receipt.id))
        .limit(limit)
    )
    return [Issued(*row) for row in session.connection().execute(found)]
