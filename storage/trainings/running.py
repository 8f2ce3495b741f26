"""Courses as they run: who notes attendance and results, and what was changed of a course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, delete, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.trainings.training import Training
from storage.upsert import insert_new

OFF, MOVE = "off", "move"


class TrainingHost(SQLModel, table=True):
    """Who notes attendance and results of a course beside HR."""

    training_id: int = Field(primary_key=True, foreign_key="training.id")
    host_id: int = Field(foreign_key="employee.id", index=True)
    set_by: int = Field(foreign_key="employee.id")
    set_at: datetime = moment()


class CourseChange(SQLModel, table=True):
    """A course called off with a reason (`why`), or moved to other days; a draft until done."""

    __table_args__ = (
        Index(
            "one_change_draft", "training_id", "author_id", unique=True,
            sqlite_where=text("done_at IS NULL"), postgresql_where=text("done_at IS NULL"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    training_id: int = Field(foreign_key="training.id")
    author_id: int = Field(foreign_key="employee.id")
    kind: str
    begins_on: date | None = None
    ends_on: date | None = None
    why: str = sealed("")
    done_at: datetime | None = moment(nullable=True)


def host_of(session: Session, training_id: int) -> TrainingHost | None:
    return session.get(TrainingHost, training_id, populate_existing=True)


def put_host(session: Session, training_id: int, host_id: int, by: int, now: datetime) -> None:
    """Name the host of a course in place of an earlier one."""
    said = {"host_id": host_id, "set_by": by, "set_at": now}
    if not insert_new(session, TrainingHost, {"training_id": training_id, **said}):
        this = update(TrainingHost).where(col(TrainingHost.training_id) == training_id)
        session.connection().execute(this.values(**said))


def hosted_by(session: Session, host_id: int) -> frozenset[int]:
    """The courses of which this person is the host."""
    found = select(TrainingHost.training_id).where(TrainingHost.host_id == host_id)
    return frozenset(session.exec(found))


def to_run(session: Session, since: date) -> Sequence[Training]:
    """Courses that end on that day or later, those called off too, by their first day."""
    found = select(Training).where(col(Training.ends_on) >= since)
    order = (col(Training.begins_on), col(Training.id))
    return session.exec(found.order_by(*order).execution_options(populate_existing=True)).all()


def draft_change(
    session: Session, training_id: int, author_id: int, kind: str, **values: Any
) -> None:
    """Keep what I am about to change, in place of an earlier draft of mine."""
    mine = (
        col(CourseChange.training_id) == training_id,
        col(CourseChange.author_id) == author_id,
        col(CourseChange.done_at).is_(None),
    )
    session.exec(delete(CourseChange).where(*mine))
    row = CourseChange(training_id=training_id, author_id=author_id, kind=kind, **values)
    session.add(row)
    session.flush()


def change_of(session: Session, training_id: int, author_id: int) -> CourseChange | None:
    """My draft of a change."""
    found = select(CourseChange).where(
        CourseChange.training_id == training_id,
        CourseChange.author_id == author_id,
        col(CourseChange.done_at).is_(None),
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def do_change(session: Session, change_id: int, now: datetime) -> None:
    this = update(CourseChange).where(col(CourseChange.id) == change_id)
    session.connection().execute(this.values(done_at=now))


def last_change(session: Session, training_id: int) -> CourseChange | None:
    """The newest change that took effect."""
    found = select(CourseChange).where(
        CourseChange.training_id == training_id, col(CourseChange.done_at).is_not(None)
    )
    newest = found.order_by(col(CourseChange.id).desc())
    return session.exec(newest.execution_options(populate_existing=True)).first()
