"""Action items: what somebody is to do until a day, as the record of a forum says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, false, func, or_, text, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.employees import Employee
from storage.forums import Forum

OPEN = "done_at IS NULL AND cancelled_at IS NULL"


class ActionItem(SQLModel, table=True):
    """One step. `asked_id`: whom its owner asked to take it over; `told_at`: the host heard."""

    __table_args__ = (
        Index(
            "open_action_item",
            "due_on",
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    text: str = sealed("")
    owner_id: int = Field(foreign_key="employee.id", index=True)
    due_on: date
    made_at: datetime = moment()
    asked_id: int | None = Field(default=None, foreign_key="employee.id")
    done_at: datetime | None = moment(nullable=True)
    note: str = sealed("")
    cancelled_at: datetime | None = moment(nullable=True)
    told_at: datetime | None = moment(nullable=True)


STILL_OPEN = (col(ActionItem.done_at).is_(None), col(ActionItem.cancelled_at).is_(None))


def get(session: Session, item_id: int) -> ActionItem | None:
    return session.get(ActionItem, item_id, populate_existing=True)


def make(session: Session, row: ActionItem) -> int:
    """Keep a new one; its number."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def change(session: Session, item_id: int, **values: Any) -> bool:
    """Change one that is still open; whether it was."""
    this = update(ActionItem).where(col(ActionItem.id) == item_id, *STILL_OPEN)
    return session.connection().execute(this.values(**values)).rowcount == 1


def answer(session: Session, item_id: int, asked: int, **values: Any) -> bool:
    """The same, while exactly this person is asked to take it over."""
    this = update(ActionItem).where(
        col(ActionItem.id) == item_id, col(ActionItem.asked_id) == asked, *STILL_OPEN
    )
    return session.connection().execute(this.values(**values)).rowcount == 1


def of(session: Session, forum_id: int) -> Sequence[ActionItem]:
    """Those of one forum that were not taken back, soonest first."""
    found = select(ActionItem).where(
        ActionItem.forum_id == forum_id, col(ActionItem.cancelled_at).is_(None)
    )
    ordered = found.order_by(col(ActionItem.due_on), col(ActionItem.id))
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def left_over(session: Session, forum: Forum) -> Sequence[ActionItem]:
    """What is still open of earlier forums of the same series, soonest first."""
    if forum.series_id is None:
        return []
    found = (
        select(ActionItem)
        .join(Forum, col(Forum.id) == col(ActionItem.forum_id))
        .where(
            Forum.series_id == forum.series_id,
            col(Forum.starts_at) < forum.starts_at,
            *STILL_OPEN,
        )
        .order_by(col(ActionItem.due_on), col(ActionItem.id))
    )
    return session.exec(found.execution_options(populate_existing=True)).all()


def counts(session: Session, forum_id: int) -> tuple[int, int]:
    """How many a forum has, and how many of them are open."""
    found = select_columns(func.count(), func.count().filter(col(ActionItem.done_at).is_(None)))
    row = (
        session.connection()
        .execute(
            found.where(
                col(ActionItem.forum_id) == forum_id, col(ActionItem.cancelled_at).is_(None)
            )
        )
        .one()
    )
    return row[0], row[1]


def stuck(session: Session, today: date, limit: int) -> list[tuple[ActionItem, int, bool]]:
    """Open ones due before that day, or whose owner has left, of which the host was not told.

    Each with its host, and whether its owner has left.
    """
    left = col(Employee.left_on) <= today
    found = (
        select(ActionItem, Forum.host_id, func.coalesce(left, false()))
        .join(Forum, col(Forum.id) == col(ActionItem.forum_id))
        .join(Employee, col(Employee.id) == col(ActionItem.owner_id))
        .where(or_(col(ActionItem.due_on) < today, left))
        .where(col(ActionItem.told_at).is_(None), *STILL_OPEN)
        .order_by(col(ActionItem.id))
        .limit(limit)
    )
    return [(row, host, bool(gone)) for row, host, gone in session.exec(found)]


def told(session: Session, item_ids: Collection[int], now: datetime) -> None:
    """Note that the hosts of these were told."""
    these = update(ActionItem).where(col(ActionItem.id).in_(item_ids))
    session.connection().execute(these.values(told_at=now))


def host_left(session: Session, employee_ids: Collection[int]) -> None:
    """Whoever looks after the open ones of these hosts from now on is to be told anew."""
    theirs = select_columns(col(Forum.id)).where(col(Forum.host_id).in_(employee_ids))
    these = update(ActionItem).where(col(ActionItem.forum_id).in_(theirs), *STILL_OPEN)
    session.connection().execute(these.values(told_at=None))
