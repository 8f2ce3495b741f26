"""What people learned: one row an event, whatever it came from, for the ledger of hours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, func, text, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, WAITING, CONFIRMED, REFUSED = "draft", "waiting", "confirmed", "refused"
EXTERNAL = "external"


class Learning(SQLModel, table=True):
    """`source` and `object_id` say what it came from; only what is outside has object 0.

    `part` is its share of 70:20:10, `way` a code of PerLAN 10/2018.
    """

    __table_args__ = (
        Index(
            "one_credit_an_event", "source", "object_id", "employee_id", unique=True,
            sqlite_where=text("object_id > 0"), postgresql_where=text("object_id > 0"),
        ),
        Index("learning_of_a_year", "employee_id", "ended_on", "state"),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    source: str
    object_id: int = 0
    title: str = sealed("")
    minutes: int = 0
    part: str = ""
    way: str = ""
    ended_on: date | None = None
    state: str = Field(default=DRAFT, index=True)
    written_at: datetime = moment()
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()


def get(session: Session, learning_id: int) -> Learning | None:
    return session.get(Learning, learning_id, populate_existing=True)


def add(session: Session, row: Learning) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def credit(session: Session, row: Learning) -> bool:
    """Credit an event of ours unless it is there; whether it is new.

    What its owner had begun to prove, or handed in, counts from now on.
    """
    values = row.model_dump(exclude={"id"})
    if insert_new(session, Learning, values):
        return True
    if row.state != CONFIRMED:
        return False
    there = update(Learning).where(
        col(Learning.source) == row.source,
        col(Learning.object_id) == row.object_id,
        col(Learning.employee_id) == row.employee_id,
        col(Learning.state).in_((DRAFT, WAITING)),
    )
    values.pop("answer")
    return session.connection().execute(there.values(**values)).rowcount == 1


def of_event(session: Session, source: str, object_id: int, employee_id: int) -> Learning | None:
    found = select(Learning).where(
        Learning.source == source,
        Learning.object_id == object_id,
        Learning.employee_id == employee_id,
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def move(
    session: Session, learning_id: int, before: Collection[str], after: str, **values: Any
) -> bool:
    """From one of these states to another, once."""
    this = update(Learning).where(col(Learning.id) == learning_id, col(Learning.state).in_(before))
    return session.connection().execute(this.values(state=after, **values)).rowcount == 1


def draft_of(session: Session, employee_id: int) -> Learning | None:
    """The external learning that this person is filling in."""
    found = select(Learning).where(
        Learning.employee_id == employee_id, Learning.source == EXTERNAL, Learning.state == DRAFT
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def between(session: Session, employee_id: int, first: date, last: date) -> Sequence[Learning]:
    """What a person learned between two days, both included, newest first; no drafts."""
    found = select(Learning).where(
        Learning.employee_id == employee_id,
        Learning.state != DRAFT,
        col(Learning.ended_on).between(first, last),
    )
    return session.exec(found.order_by(col(Learning.ended_on).desc(), col(Learning.id))).all()


def minutes_of(
    session: Session, employee_ids: Collection[int], first: date, last: date
) -> dict[int, int]:
    """Confirmed minutes of each between two days; who has none is left out."""
    found = (
        select_columns(col(Learning.employee_id), func.sum(Learning.minutes))
        .where(
            col(Learning.employee_id).in_(employee_ids),
            col(Learning.state) == CONFIRMED,
            col(Learning.ended_on).between(first, last),
        )
        .group_by(col(Learning.employee_id))
    )
    return {row[0]: int(row[1]) for row in session.connection().execute(found)}


def waiting(session: Session) -> Sequence[Learning]:
    """What was learned elsewhere and waits to be confirmed, oldest first."""
    found = select(Learning).where(Learning.source == EXTERNAL, Learning.state == WAITING)
    return session.exec(found.order_by(col(Learning.id))).all()


def count_waiting(session: Session) -> int:
    """How much of it there is."""
    found = select_columns(func.count()).where(
        col(Learning.source) == EXTERNAL, col(Learning.state) == WAITING
    )
    return int(session.connection().execute(found).scalar_one())
