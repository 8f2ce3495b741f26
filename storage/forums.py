"""Forums: what is planned or held, when and where, and how many seats are taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Index, delete, or_, select, text, update
from sqlmodel import Field, Session, SQLModel, and_, col
from sqlmodel import select as select_rows

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, OPEN, CANCELLED = "draft", "open", "cancelled"


class Forum(SQLModel, table=True):
    """One meeting. What may be NULL has not been filled in yet; `capacity` 0 is without limit.

    `sequence` grows with every change of time or place and on cancelling. `queue` numbers the
    answers, which keeps the waiting list in order. `said_start` is a typed time that awaits its
    Ya; `new_start` and `new_place` are changes not yet told; `units` are numbers joined by commas.
    `rhythm`, `times` and `days_off` are what a draft shall become; all that one draft became have
    the number of the first as their `series_id`.
    """

    __table_args__ = (
        Index(
            "one_draft_per_host",
            "host_id",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
        Index("forum_by_state_and_start", "state", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    host_id: int = Field(foreign_key="employee.id", index=True)
    state: str = DRAFT
    kind: str | None = None
    topic: str | None = sealed()
    audience: str | None = None
    units: str = ""
    role: str | None = None
    zone: str
    starts_at: datetime | None = moment(nullable=True)
    ends_at: datetime | None = moment(nullable=True)
    minutes: int | None = None
    place: str | None = sealed()
    capacity: int | None = None
    said_start: datetime | None = moment(nullable=True)
    new_start: datetime | None = moment(nullable=True)
    new_place: str | None = sealed()
    uid: str = Field(unique=True)
    secret: str = sealed("")
    sequence: int = 0
    seats: int = 0
    queue: int = 0
    created_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)
    changed_at: datetime | None = moment(nullable=True)
    cancelled_at: datetime | None = moment(nullable=True)
    reason: str | None = sealed()
    rhythm: str = ""
    times: int = 1
    days_off: str = "keep"
    series_id: int | None = Field(default=None, index=True)


class Entered(NamedTuple):
    """A forum whose row is locked until the transaction ends, and my number in its queue."""

    seats: int
    capacity: int | None
    queue: int
    sequence: int


def get(session: Session, forum_id: int) -> Forum | None:
    """The row as it is now, also when this session has read it before."""
    return session.get(Forum, forum_id, populate_existing=True)


def draft_of(session: Session, host_id: int) -> Forum | None:
    found = select_rows(Forum).where(Forum.host_id == host_id, Forum.state == DRAFT)
    return session.exec(found).first()


def begin(session: Session, values: dict[str, Any]) -> bool:
    """Start a draft; False when this host has one already."""
    return insert_new(session, Forum, {"state": DRAFT, "units": "", **values})


def change(session: Session, forum_id: int, state: str, values: dict[str, Any]) -> bool:
    """Set columns while the forum is in this state; whether it was."""
    changed = (
        update(Forum).where(col(Forum.id) == forum_id, col(Forum.state) == state).values(values)
    )
    return session.connection().execute(changed).rowcount == 1


def move(session: Session, forum: Forum, now: datetime) -> bool:
    """Make the new time and place the ones in force; False when somebody was quicker."""
    starts_at = forum.new_start or forum.starts_at
    assert starts_at is not None
    return shift(session, forum, starts_at, forum.new_place or forum.place, now)


def shift(
    session: Session, forum: Forum, starts_at: datetime, place: str | None, now: datetime
) -> bool:
    """Hold an open forum then and there; False when it changed since it was read."""
    moved = (
        update(Forum)
        .where(
            col(Forum.id) == forum.id,
            col(Forum.state) == OPEN,
            col(Forum.sequence) == forum.sequence,
        )
        .values(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=forum.minutes or 0),
            place=place,
            sequence=forum.sequence + 1,
            changed_at=now,
            new_start=None,
            new_place=None,
        )
    )
    return session.connection().execute(moved).rowcount == 1


def drop(session: Session, forum_id: int) -> bool:
    """Delete a draft; whether it was one."""
    gone = delete(Forum).where(col(Forum.id) == forum_id, col(Forum.state) == DRAFT)
    return session.connection().execute(gone).rowcount == 1


def enter(session: Session, forum_id: int, *, before: datetime | None = None) -> Entered | None:
    """Lock an open forum (that starts after `before`) and draw a queue number, or None."""
    still = [col(Forum.id) == forum_id, col(Forum.state) == OPEN]
    if before is not None:
        still.append(col(Forum.starts_at) > before)
    row = (
        session.connection()
        .execute(
            update(Forum)
            .where(*still)
            .values(queue=Forum.queue + 1)
            .returning(
                col(Forum.seats), col(Forum.capacity), col(Forum.queue), col(Forum.sequence)
            )
        )
        .first()
    )
    return Entered(*row) if row else None


def take_seat(session: Session, forum_id: int) -> bool:
    """Take one seat if one is free, in one conditional update."""
    free = or_(col(Forum.capacity) == 0, col(Forum.seats) < col(Forum.capacity))
    taken = update(Forum).where(col(Forum.id) == forum_id, col(Forum.state) == OPEN, free)
    return session.connection().execute(taken.values(seats=Forum.seats + 1)).rowcount == 1


def free_seat(session: Session, forum_id: int) -> None:
    freed = update(Forum).where(col(Forum.id) == forum_id, col(Forum.seats) > 0)
    session.connection().execute(freed.values(seats=Forum.seats - 1))


def under_way(session: Session, since: datetime, until: datetime) -> Sequence[Forum]:
    """Open forums that have begun by `until` and not ended before `since`."""
    found = select_rows(Forum).where(
        Forum.state == OPEN, col(Forum.starts_at) <= until, col(Forum.ends_at) >= since
    )
    return session.exec(found.order_by(col(Forum.starts_at))).all()


def overlapping(since: datetime, until: datetime, but: int) -> ColumnElement[bool]:
    """Open forums, other than `but`, that share time with this span."""
    return and_(
        col(Forum.state) == OPEN,
        col(Forum.id) != but,
        col(Forum.starts_at) < until,
        col(Forum.ends_at) > since,
    )


def hosted_at(session: Session, host_id: int, since: datetime, until: datetime, but: int) -> bool:
    """Whether this host holds another forum in that span."""
    clash = overlapping(since, until, but)
    found = select(col(Forum.id)).where(col(Forum.host_id) == host_id, clash).limit(1)
    return session.connection().execute(found).first() is not None
