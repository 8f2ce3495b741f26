"""Results: the score of one person in one period with all its parts, as it was computed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.periods import Period
from storage.upsert import insert_new


class Result(SQLModel, table=True):
    """Numbers are written as decimal strings, so that both databases keep every digit.

    `parts` is JSON of such strings (`bot.actions.scores` writes and reads it); `raters` counts
    the people whose answers are in it. Scheme and formula are those that the period pinned.
    """

    __table_args__ = (UniqueConstraint("period_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    scheme_id: int = Field(foreign_key="schemeversion.id")
    formula: str
    total: str
    hasil_kerja: str
    perilaku: str
    predikat: str
    raters: int
    parts: str
    computed_at: datetime = moment()
    edition: int = 1  # `storage.editions` keeps the ones before


def add(session: Session, result: Result) -> bool:
    """Keep a result unless the person has one in this period; whether it is new."""
    return insert_new(session, Result, result.model_dump(exclude={"id"}))


def get(session: Session, result_id: int) -> Result | None:
    return session.get(Result, result_id)


def of(session: Session, period_id: int, employee_id: int) -> Result | None:
    return session.exec(
        select(Result).where(Result.period_id == period_id, Result.employee_id == employee_id)
    ).first()


def of_people(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> dict[int, Result]:
    """Results of several people in one period, by person."""
    found = select(Result).where(
        Result.period_id == period_id, col(Result.employee_id).in_(employee_ids)
    )
    return {result.employee_id: result for result in session.exec(found)}


def holders(session: Session, period_id: int) -> frozenset[int]:
    """Everybody who has a result in this period."""
    return frozenset(session.exec(select(Result.employee_id).where(Result.period_id == period_id)))


def count(session: Session, period_id: int) -> int:
    """How many people have a result in this period."""
    counted = select_columns(func.count()).where(col(Result.period_id) == period_id)
    return int(session.connection().execute(counted).scalar_one())


def newest_of(session: Session, employee_id: int, limit: int) -> Sequence[tuple[Result, Period]]:
    """A person's results with their periods, newest first."""
    found = (
        select(Result, Period)
        .join(Period, col(Result.period_id) == col(Period.id))
        .where(Result.employee_id == employee_id)
        .order_by(col(Period.year).desc(), col(Period.quarter).desc())
        .limit(limit)
    )
    return session.exec(found).all()


def batch(session: Session, after_id: int, limit: int) -> Sequence[Result]:
    """Stored results in the order of their numbers, a page at a time, for the nightly replay."""
    found = select(Result).where(col(Result.id) > after_id)
    return session.exec(found.order_by(col(Result.id)).limit(limit)).all()
