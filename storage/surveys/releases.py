"""What was published of a unit and month, with everything that stands on the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class SurveyRelease(SQLModel, table=True):
    """`month` is its first day. `sums` and `squares` as pinned ones; `weight` is the setting.

    The card comes of these numbers alone, whatever becomes of the answers.
    """

    __table_args__ = (UniqueConstraint("unit_id", "month"),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    month: date
    answers: int
    sums: str
    squares: int
    visitors: int | None = None
    weight: str
    published_by: int = Field(foreign_key="employee.id")
    published_at: datetime = moment()


def of(session: Session, unit_id: int, month: date) -> SurveyRelease | None:
    found = select(SurveyRelease).where(
        SurveyRelease.unit_id == unit_id, SurveyRelease.month == month
    )
    return session.exec(found).first()


def get(session: Session, number: int) -> SurveyRelease | None:
    return session.get(SurveyRelease, number)


def add(session: Session, values: Mapping[str, Any]) -> bool:
    """False when that month of the unit was published."""
    return insert_new(session, SurveyRelease, values)


def months_of(session: Session, unit_id: int, months: Sequence[date]) -> frozenset[date]:
    """Which of these months were published."""
    found = select_columns(col(SurveyRelease.month)).where(
        col(SurveyRelease.unit_id) == unit_id, col(SurveyRelease.month).in_(months)
    )
    return frozenset(session.connection().execute(found).scalars())
