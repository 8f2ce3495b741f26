"""A form of one rater about one person in one period, and its levels."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import moment, sealed

DRAFT, SENT = "draft", "sent"

SUPERIOR = "superior"
"""The group that makes a result: without it there is none."""


class Appraisal(SQLModel, table=True):
    """`official_id` is whose appraisal it is, `by_id` whose hand filled it last (a mandate).

    `source` is the group of raters; `days` are those in office that it stands for, NULL when no
    other superior shares the quarter. `note` is the feedback to the person.
    """

    __table_args__ = (UniqueConstraint("period_id", "employee_id", "source", "official_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    source: str
    official_id: int = Field(foreign_key="employee.id", index=True)
    by_id: int = Field(foreign_key="employee.id")
    state: str = DRAFT
    note: str | None = sealed()
    days: int | None = None
    started_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)


class Rating(SQLModel, table=True):
    """One level on one indicator; `proposed` is what the achievements suggested at that moment."""

    appraisal_id: int = Field(foreign_key="appraisal.id", primary_key=True)
    indicator: str = Field(primary_key=True)
    level: int
    proposed: int | None = None
    reason: str | None = sealed()
    at: datetime = moment()
    by_id: int = Field(foreign_key="employee.id")
