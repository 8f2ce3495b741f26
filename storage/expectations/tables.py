"""Planned results and their wordings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy import select as select_columns
from sqlmodel import Field, SQLModel, col

from bot.rules.expectations import State
from storage.columns import moment, sealed


class PlannedResult(SQLModel, table=True):
    """What its wordings belong to."""

    __table_args__ = (Index("planned_results_of_a_person", "period_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    created_at: datetime = moment()


class PlannedWording(SQLModel, table=True):
    """One wording, see `bot.rules.expectations.Wording`; `target` is a number as text."""

    __table_args__ = (UniqueConstraint("planned_id", "edition"),)

    id: int | None = Field(default=None, primary_key=True)
    planned_id: int = Field(foreign_key="plannedresult.id")
    edition: int = 1
    state: str = State.DRAFT
    text: str = sealed("")
    indicator: str = ""
    supports_id: int | None = Field(default=None, foreign_key="plannedresult.id")
    target: str = ""
    unit: str = sealed("")
    counting: str = ""
    ends: bool = False
    reason: str = sealed("")
    round: int = 0
    written_at: datetime = moment()
    proposed_at: datetime | None = moment(nullable=True)
    decided_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    note: str = sealed("")
    set_aside_at: datetime | None = moment(nullable=True)


# What waits for the superior.
WAITS = (col(PlannedWording.state) == State.PROPOSED, col(PlannedWording.set_aside_at).is_(None))


def joined(*columns: Any) -> Any:
    """Columns of wordings with what they belong to."""
    owner = col(PlannedResult.id) == col(PlannedWording.planned_id)
    return select_columns(*columns).select_from(PlannedWording).join(PlannedResult, owner)
