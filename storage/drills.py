"""The raters' drill: what each gave in each case of a quarter, beside the gold level of then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class DrillAnswer(SQLModel, table=True):
    """The first answer counts and stays; `gold` is that of the scheme in force."""

    __table_args__ = (UniqueConstraint("period_id", "employee_id", "case"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    case: str
    level: int
    gold: int
    at: datetime = moment()


def add(session: Session, row: DrillAnswer) -> bool:
    """Whether it is the first answer to this case."""
    return insert_new(session, DrillAnswer, row.model_dump(exclude={"id"}))


def of_rater(session: Session, period_id: int, employee_id: int) -> Sequence[DrillAnswer]:
    """In the order in which they were given."""
    found = select(DrillAnswer).where(
        DrillAnswer.period_id == period_id, DrillAnswer.employee_id == employee_id
    )
    return session.exec(found.order_by(col(DrillAnswer.id))).all()


def counts(session: Session, period_id: int, raters: Collection[int]) -> dict[int, int]:
    """How many cases each of these people answered; who answered none is left out."""
    found = (
        select_columns(col(DrillAnswer.employee_id), func.count())
        .where(col(DrillAnswer.period_id) == period_id, col(DrillAnswer.employee_id).in_(raters))
        .group_by(col(DrillAnswer.employee_id))
    )
    return {row[0]: row[1] for row in session.connection().execute(found)}
