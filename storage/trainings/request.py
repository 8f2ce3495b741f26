"""Applications: one row a person and course, from the first word to the result."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.trainings.course import TAKING, State
from storage.columns import moment, sealed
from storage.upsert import insert_new


class TrainingRequest(SQLModel, table=True):
    """`ground` is why; `why` is what the person wrote, `answer` the superior's refusal.

    `queue` is the place in the waiting list. `seat_ground` says how the seat came: by allocation,
    from the waiting list, or reserved (`allocation/7`, `queue`, `award/3`).
    """

    __table_args__ = (UniqueConstraint("training_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    training_id: int = Field(foreign_key="training.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    ground: str
    why: str = sealed("")
    state: str = Field(default=State.DRAFT, index=True)
    sent_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    queue: int | None = None
    seat_ground: str = ""
    seated_at: datetime | None = moment(nullable=True)
    attended_by: int | None = Field(default=None, foreign_key="employee.id")
    attended_at: datetime | None = moment(nullable=True)
    rated: bool = False  # its participant has said how useful the course was
    score: int | None = None  # 0 to 100, where there was a test
    ended_by: int | None = Field(default=None, foreign_key="employee.id")
    ended_at: datetime | None = moment(nullable=True)


def get(session: Session, request_id: int) -> TrainingRequest | None:
    return session.get(TrainingRequest, request_id, populate_existing=True)


def of(session: Session, training_id: int, employee_id: int) -> TrainingRequest | None:
    found = select(TrainingRequest).where(
        TrainingRequest.training_id == training_id, TrainingRequest.employee_id == employee_id
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def begin(session: Session, training_id: int, employee_id: int, ground: str) -> TrainingRequest:
    """The person's row of this course, new or as it is."""
    key = {"training_id": training_id, "employee_id": employee_id}
    blank = {"why": "", "state": State.DRAFT, "seat_ground": "", "ground": ground, "rated": False}
    insert_new(session, TrainingRequest, {**key, **blank})
    row = of(session, training_id, employee_id)
    assert row is not None
    return row


def move(
    session: Session, request_id: int, before: Collection[str], after: str, **values: Any
) -> bool:
    """From one of these states to another, once; False when it is in none of them."""
    this = update(TrainingRequest).where(
        col(TrainingRequest.id) == request_id, col(TrainingRequest.state).in_(before)
    )
    return session.connection().execute(this.values(state=after, **values)).rowcount == 1


def of_person(session: Session, employee_id: int) -> Sequence[TrainingRequest]:
    """Newest first."""
    found = select(TrainingRequest).where(TrainingRequest.employee_id == employee_id)
    return session.exec(found.order_by(col(TrainingRequest.id).desc())).all()


def of_training(
    session: Session, training_id: int, states: Collection[str] = ()
) -> Sequence[TrainingRequest]:
    """By their place in the waiting list, then by number."""
    found = select(TrainingRequest).where(TrainingRequest.training_id == training_id)
    if states:
        found = found.where(col(TrainingRequest.state).in_(states))
    order = (col(TrainingRequest.queue), col(TrainingRequest.id))
    return session.exec(found.order_by(*order)).all()


def of_ground(session: Session, seat_ground: str) -> Sequence[TrainingRequest]:
    """Those whose seat came with this, while they have it."""
    found = select(TrainingRequest).where(
        TrainingRequest.seat_ground == seat_ground, col(TrainingRequest.state).in_(TAKING)
    )
    return session.exec(found.order_by(col(TrainingRequest.id))).all()


def in_state(
    session: Session, state: str, trainings: Collection[int] | None = None
) -> Sequence[TrainingRequest]:
    """All in one state, of these courses (None: of all), by number."""
    found = select(TrainingRequest).where(TrainingRequest.state == state)
    if trainings is not None:
        found = found.where(col(TrainingRequest.training_id).in_(trainings))
    return session.exec(found.order_by(col(TrainingRequest.id))).all()


def many(session: Session, numbers: Collection[int]) -> dict[int, TrainingRequest]:
    found = select(TrainingRequest).where(col(TrainingRequest.id).in_(numbers))
    return {one.id: one for one in session.exec(found) if one.id is not None}


def taken(session: Session, training_ids: Collection[int]) -> dict[int, int]:
    """How many seats of each course are taken; courses without any are left out."""
    found = (
        select_columns(col(TrainingRequest.training_id), func.count())
        .where(
            col(TrainingRequest.training_id).in_(training_ids),
            col(TrainingRequest.state).in_(TAKING),
        )
        .group_by(col(TrainingRequest.training_id))
    )
    return {row[0]: int(row[1]) for row in session.connection().execute(found)}


def first_in_queue(session: Session, training_id: int) -> TrainingRequest | None:
    """Who is next when a seat becomes free."""
    waits = of_training(session, training_id, [State.LISTED])
    return waits[0] if waits else None
