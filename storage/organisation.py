"""The organisation's own predikat, set with a basis in writing, and departures that were kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.employees import Employee
from storage.results import Result


class OrganisationResult(SQLModel, table=True):
    """`scope_id` is a unit with all below it, 0 the agency. Only added to: the newest counts."""

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    scope_id: int = 0
    predikat: str
    basis: str = sealed("")
    set_by: int = Field(foreign_key="employee.id")
    set_at: datetime = moment()


class KeptDeparture(SQLModel, table=True):
    """Why a distribution stays beside its pattern; `lines` are the codes it was said of."""

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    scope_id: int = 0
    lines: str
    reason: str = sealed("")
    said_by: int = Field(foreign_key="employee.id")
    said_at: datetime = moment()


def add(session: Session, row: OrganisationResult | KeptDeparture) -> int:
    """Keep it; its number."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def in_force(session: Session, period_id: int) -> Mapping[int, OrganisationResult]:
    """What counts in a period, by scope."""
    found = select(OrganisationResult).where(OrganisationResult.period_id == period_id)
    rows = session.exec(found.order_by(col(OrganisationResult.id))).all()
    return {row.scope_id: row for row in rows}


def kept(session: Session, period_id: int) -> Mapping[int, KeptDeparture]:
    """The newest reason of a period, by scope."""
    found = select(KeptDeparture).where(KeptDeparture.period_id == period_id)
    rows = session.exec(found.order_by(col(KeptDeparture.id))).all()
    return {row.scope_id: row for row in rows}


def spread(session: Session, period_id: int) -> Sequence[tuple[int, str, int]]:
    """Unit, predikat, people: everybody who has a result in a period, counted."""
    found = (
        select_columns(col(Employee.unit_id), col(Result.predikat), func.count())
        .join(Employee, col(Employee.id) == col(Result.employee_id))
        .where(col(Result.period_id) == period_id)
        .group_by(col(Employee.unit_id), col(Result.predikat))
    )
    return [(row[0], row[1], row[2]) for row in session.connection().execute(found)]
