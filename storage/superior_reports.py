"""Reports of a wrongly listed superior: what the employee says, what HR decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, func, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.employees import Employee
from storage.upsert import insert_new

OPEN, ACCEPTED, DECLINED, WITHDRAWN = "open", "accepted", "declined", "withdrawn"


class SuperiorReport(SQLModel, table=True):
    """`listed_id` was the superior when the report was made; `settled_id` the one HR chose."""

    __table_args__ = (
        Index(
            "one_open_superior_report_per_employee",
            "employee_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    listed_id: int | None = Field(default=None, foreign_key="employee.id")
    said: str = sealed("")
    state: str = Field(default=OPEN, index=True)
    made_at: datetime = moment()
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    settled_id: int | None = Field(default=None, foreign_key="employee.id")
    reason: str | None = sealed()


def make(
    session: Session, employee_id: int, listed_id: int | None, said: str, now: datetime
) -> bool:
    """Write an open report unless the person has one; whether it is new."""
    values = {
        "employee_id": employee_id,
        "listed_id": listed_id,
        "said": said,
        "state": OPEN,
        "made_at": now,
    }
    return insert_new(session, SuperiorReport, values)


def get(session: Session, report_id: int) -> SuperiorReport | None:
    return session.get(SuperiorReport, report_id)


def open_of(session: Session, employee_id: int) -> SuperiorReport | None:
    found = select(SuperiorReport).where(
        SuperiorReport.employee_id == employee_id, SuperiorReport.state == OPEN
    )
    return session.exec(found).first()


def decide(
    session: Session,
    report_id: int,
    state: str,
    by: int,
    now: datetime,
    *,
    settled_id: int | None = None,
    reason: str | None = None,
) -> bool:
    """Close an open report; False when it is closed already."""
    done = session.connection().execute(
        update(SuperiorReport)
        .where(col(SuperiorReport.id) == report_id, col(SuperiorReport.state) == OPEN)
        .values(state=state, decided_by=by, decided_at=now, settled_id=settled_id, reason=reason)
    )
    return done.rowcount == 1


def count_open(session: Session, unit_ids: frozenset[int] | None) -> int:
    """How many wait; `unit_ids` None counts the whole agency."""
    counted = select(func.count()).select_from(SuperiorReport).where(SuperiorReport.state == OPEN)
    if unit_ids is not None:
        counted = counted.join(
            Employee, col(Employee.id) == col(SuperiorReport.employee_id)
        ).where(col(Employee.unit_id).in_(unit_ids))
    return session.exec(counted).one()


def waiting(
    session: Session, unit_ids: frozenset[int] | None, limit: int, offset: int
) -> Sequence[SuperiorReport]:
    """Open reports, oldest first."""
    found = select(SuperiorReport).where(SuperiorReport.state == OPEN)
    if unit_ids is not None:
        found = found.join(Employee, col(Employee.id) == col(SuperiorReport.employee_id)).where(
            col(Employee.unit_id).in_(unit_ids)
        )
    page = found.order_by(col(SuperiorReport.made_at), col(SuperiorReport.id))
    return session.exec(page.offset(offset).limit(limit)).all()
