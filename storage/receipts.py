"""Receipts: one for every result that was published, taken at most once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, UniqueConstraint, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, and_, col, select

from storage.columns import moment
from storage.employees import Employee
from storage.results import Result
from storage.units import Unit
from storage.upsert import insert_new, insert_new_many


class Receipt(SQLModel, table=True):
    """`edition` is that of the result: one that is corrected later gets another receipt.

    `taken_by` is the person, or the witness of its being handed over.
    """

    __table_args__ = (UniqueConstraint("period_id", "employee_id", "edition"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    edition: int = 1
    issued_at: datetime = moment()
    taken_at: datetime | None = moment(nullable=True)
    taken_by: int | None = Field(default=None, foreign_key="employee.id")


OF_THE_EDITION = and_(
    col(Receipt.period_id) == col(Result.period_id),
    col(Receipt.employee_id) == col(Result.employee_id),
    col(Receipt.edition) == col(Result.edition),
)


class Untaken(NamedTuple):
    """A receipt that waits; `left_on` when its person is no longer in service."""

    receipt_id: int
    employee_id: int
    name: str
    unit: str
    issued_at: datetime
    left_on: date | None


def get(session: Session, receipt_id: int) -> Receipt | None:
    return session.get(Receipt, receipt_id)


def of(session: Session, period_id: int, employee_id: int, edition: int) -> Receipt | None:
    found = select(Receipt).where(
        Receipt.period_id == period_id,
        Receipt.employee_id == employee_id,
        Receipt.edition == edition,
    )
    return session.exec(found).first()


def issue(
    session: Session, period_id: int, employee_id: int, edition: int, issued_at: datetime
) -> bool:
    """Make a receipt to be taken; whether it is new."""
    return insert_new(session, Receipt, row(period_id, employee_id, edition, issued_at))


def issue_many(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """The same for many, each as `row` makes it; how many are new."""
    return insert_new_many(session, Receipt, rows)


def row(period_id: int, employee_id: int, edition: int, issued_at: datetime) -> dict[str, object]:
    return {
        "period_id": period_id, "employee_id": employee_id, "edition": edition,
        "issued_at": issued_at,
    }  # fmt: skip


def take(session: Session, receipt_id: int, by: int, now: datetime) -> bool:
    """Note when it was taken and who says so; False when that is noted already."""
    waits = (col(Receipt.id) == receipt_id, col(Receipt.taken_at).is_(None))
    return (
        session.exec(update(Receipt).where(*waits).values(taken_at=now, taken_by=by)).rowcount == 1
    )


def contradict(session: Session, receipt_id: int) -> bool:
    """It was not taken after all; False when it is not noted as taken."""
    noted = (col(Receipt.id) == receipt_id, col(Receipt.taken_at).is_not(None))
    values = {"taken_at": None, "taken_by": None}
    return session.exec(update(Receipt).where(*noted).values(values)).rowcount == 1


def count_taken(session: Session, period_id: int) -> int:
    """How many people have taken the receipt of their result as it stands."""
    counted = select_columns(func.count()).select_from(Receipt).join(Result, OF_THE_EDITION)
    taken = (col(Receipt.period_id) == period_id, col(Receipt.taken_at).is_not(None))
    return int(session.connection().execute(counted.where(*taken)).scalar_one())


def count_untaken(session: Session, period_id: int, unit_ids: frozenset[int] | None) -> int:
    counted = _untaken(period_id, unit_ids).with_only_columns(func.count())
    return int(session.connection().execute(counted).scalar_one())


def untaken(
    session: Session, period_id: int, unit_ids: frozenset[int] | None, limit: int, offset: int
) -> Sequence[Untaken]:
    """Receipts of these units (None: all) that wait, whoever has left first, then by name."""
    order = (col(Employee.left_on).is_(None), col(Employee.name), col(Receipt.id))
    found = _untaken(period_id, unit_ids).order_by(*order).limit(limit).offset(offset)
    return [Untaken(*one) for one in session.connection().execute(found)]


def _untaken(period_id: int, unit_ids: frozenset[int] | None) -> Select[Any]:
    columns: tuple[Any, ...] = (
        *(col(Receipt.id), col(Receipt.employee_id), col(Employee.name), col(Unit.name)),
        *(col(Receipt.issued_at), col(Employee.left_on)),
    )
    found: Select[Any] = (
        select_columns(*columns)
        .join(Employee, col(Employee.id) == col(Receipt.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .join(Result, OF_THE_EDITION)
        .where(col(Receipt.period_id) == period_id, col(Receipt.taken_at).is_(None))
    )
    return found if unit_ids is None else found.where(col(Unit.id).in_(unit_ids))
