"""The catalogue: one row a course."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

OPEN, CANCELLED = "open", "cancelled"


class Training(SQLModel, table=True):
    """`form` and `way` are codes of PerLAN 10/2018, `cost` is in rupiah for one seat.

    `indicators` are keys of the scheme joined by commas, `posts` words of posts by semicolons.
    """

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    name: str
    field: str
    form: str
    way: str
    level: str
    minutes: int
    seats: int
    cost: int = Field(sa_type=BigInteger)
    source: str = Field(index=True)
    begins_on: date = Field(index=True)
    ends_on: date
    apply_until: date
    place: str
    provider: str
    indicators: str = ""
    posts: str = ""
    state: str = OPEN
    queue: int = 0  # numbers the waiting list
    changed_at: datetime = moment()


class CatalogueDraft(SQLModel, table=True):
    """A file of courses that somebody of HR sent and has not taken in: JSON of its rows."""

    author_id: int = Field(primary_key=True, foreign_key="employee.id")
    rows: str = sealed("")
    sent_at: datetime = moment()


def get(session: Session, training_id: int) -> Training | None:
    return session.get(Training, training_id, populate_existing=True)


def many(session: Session, numbers: Collection[int]) -> dict[int, Training]:
    """The courses with these numbers."""
    found = select(Training).where(col(Training.id).in_(numbers))
    return {one.id: one for one in session.exec(found) if one.id is not None}


def everything(session: Session) -> Sequence[Training]:
    """By their first day."""
    order = (col(Training.begins_on), col(Training.id))
    fresh = select(Training).order_by(*order).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def coming(session: Session, today: date) -> Sequence[Training]:
    """Those that have not begun, by their first day."""
    found = select(Training).where(Training.state == OPEN, col(Training.begins_on) > today)
    return session.exec(found.order_by(col(Training.begins_on), col(Training.id))).all()


def lock(session: Session, training_id: int) -> Training | None:
    """The course, held until the transaction ends, so that its seats are given one by one."""
    held = update(Training).where(col(Training.id) == training_id)
    session.connection().execute(held.values(queue=Training.queue))
    return get(session, training_id)


def draw_number(session: Session, training_id: int) -> int:
    """The next place in the waiting list."""
    row = lock(session, training_id)
    assert row is not None
    session.connection().execute(
        update(Training).where(col(Training.id) == training_id).values(queue=Training.queue + 1)
    )
    return row.queue + 1


def put(session: Session, values: Mapping[str, Any]) -> bool:
    """Take a course in, or change the one of that code; whether it is new."""
    if insert_new(session, Training, {"state": OPEN, "queue": 0, **values}):
        return True
    this = update(Training).where(col(Training.code) == values["code"])
    session.connection().execute(this.values(**values))
    return False


def cancel(session: Session, training_id: int, now: datetime) -> bool:
    """Call a course off, once."""
    off = update(Training).where(col(Training.id) == training_id, col(Training.state) == OPEN)
    return session.connection().execute(off.values(state=CANCELLED, changed_at=now)).rowcount == 1


def reschedule(
    session: Session, training_id: int, days: Mapping[str, date], now: datetime
) -> None:
    """Move a course to other days (`begins_on`, `ends_on`, `apply_until`)."""
    this = update(Training).where(col(Training.id) == training_id)
    session.connection().execute(this.values(**days, changed_at=now))


def keep_draft(session: Session, author_id: int, rows: str, now: datetime) -> None:
    """Keep the rows of a file in place of an earlier one."""
    drop_draft(session, author_id)
    session.add(CatalogueDraft(author_id=author_id, rows=rows, sent_at=now))
    session.flush()


def draft_of(session: Session, author_id: int) -> CatalogueDraft | None:
    return session.get(CatalogueDraft, author_id, populate_existing=True)


def drop_draft(session: Session, author_id: int) -> None:
    session.exec(delete(CatalogueDraft).where(col(CatalogueDraft.author_id) == author_id))
    session.expire_all()
