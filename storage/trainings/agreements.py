"""Agreements of PPPK: the day from which their years of hours are counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class Agreement(SQLModel, table=True):
    """From which day the agreement of a PPPK runs (PerLAN 15/2020 counts hours by its years)."""

    employee_id: int = Field(primary_key=True, foreign_key="employee.id")
    starts_on: date
    set_by: int = Field(foreign_key="employee.id")
    set_at: datetime = moment()


def since(session: Session, employee_ids: Collection[int]) -> dict[int, date]:
    found = select(Agreement).where(col(Agreement.employee_id).in_(employee_ids))
    return {one.employee_id: one.starts_on for one in session.exec(found)}


def put(session: Session, employee_id: int, starts_on: date, by: int, now: datetime) -> None:
    said = {"starts_on": starts_on, "set_by": by, "set_at": now}
    if not insert_new(session, Agreement, {"employee_id": employee_id, **said}):
        this = update(Agreement).where(col(Agreement.employee_id) == employee_id)
        session.connection().execute(this.values(**said))
