"""Closings: how far the results of a period have been computed from everybody who rated."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class Closing(SQLModel, table=True):
    """One a period. Results are computed in the order of the employees' numbers: those up to
    `reached` are, `done` of `people`; `finished_at` once all are.
    """

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    began_at: datetime = moment()
    people: int
    reached: int = 0
    done: int = 0
    finished_at: datetime | None = moment(nullable=True)


def of_period(session: Session, period_id: int) -> Closing | None:
    fresh = select(Closing).where(Closing.period_id == period_id)
    return session.exec(fresh.execution_options(populate_existing=True)).first()


def begin(session: Session, period_id: int, people: int, now: datetime) -> bool:
    """Whether it had not begun before."""
    values = {"period_id": period_id, "began_at": now, "people": people, "reached": 0, "done": 0}
    return insert_new(session, Closing, values)


def advance(session: Session, period_id: int, reached: int, more: int) -> None:
    """Results are computed up to this employee, so many more of them."""
    this = update(Closing).where(col(Closing.period_id) == period_id)
    session.exec(this.values(reached=reached, done=col(Closing.done) + more))


def finish(session: Session, period_id: int, now: datetime) -> None:
    this = update(Closing).where(col(Closing.period_id) == period_id)
    session.exec(this.values(finished_at=now))
