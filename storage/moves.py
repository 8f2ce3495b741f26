"""Changes of whom somebody answers to or where they work: of today, or of a day to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.employees import Employee


class What(StrEnum):
    SUPERIOR = "superior"
    UNIT = "unit"


class MoveState(StrEnum):
    """`failed`: it had become impossible when its day came."""

    PLANNED = "planned"
    DONE = "done"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Move(SQLModel, table=True):
    """`before_id` and `after_id` are numbers of people or of units, 0 for nobody."""

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    what: str
    before_id: int = 0
    after_id: int = 0
    since: date
    state: str = Field(default=MoveState.PLANNED, index=True)
    made_by: int = Field(foreign_key="employee.id")
    made_at: datetime = moment()
    done_at: datetime | None = moment(nullable=True)


def add(session: Session, row: Move) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def get(session: Session, move_id: int) -> Move | None:
    return session.get(Move, move_id, populate_existing=True)


def turn(
    session: Session, move_id: int, before: str, after: str, done_at: datetime | None = None
) -> bool:
    """Whether it still stood in that state."""
    this = update(Move).where(col(Move.id) == move_id, col(Move.state) == before)
    values = {"state": after} if done_at is None else {"state": after, "done_at": done_at}
    done = session.connection().execute(this.values(values))
    session.expire_all()
    return done.rowcount == 1


def planned_of(session: Session, employee_id: int) -> Sequence[Move]:
    """What is to come for one person, by its day."""
    found = select(Move).where(Move.employee_id == employee_id, Move.state == MoveState.PLANNED)
    return session.exec(found.order_by(col(Move.since), col(Move.id))).all()


def due(session: Session, day: date, limit: int) -> Sequence[Move]:
    """Planned ones whose day has come."""
    found = select(Move).where(Move.state == MoveState.PLANNED, col(Move.since) <= day)
    return session.exec(found.order_by(col(Move.since), col(Move.id)).limit(limit)).all()


def planned(
    session: Session, unit_ids: frozenset[int] | None, but: int, limit: int, offset: int
) -> Sequence[Move]:
    """Planned ones of people in these units but one, by their day."""
    found = select(Move).where(Move.state == MoveState.PLANNED, Move.employee_id != but)
    if unit_ids is not None:
        mine = col(Employee.unit_id).in_(unit_ids)
        found = found.join(Employee, col(Employee.id) == col(Move.employee_id)).where(mine)
    page = found.order_by(col(Move.since), col(Move.id)).offset(offset).limit(limit)
    return session.exec(page).all()


def count_planned(session: Session, unit_ids: frozenset[int] | None, but: int) -> int:
    those = (Move.state == MoveState.PLANNED, Move.employee_id != but)
    found = select(func.count()).select_from(Move).where(*those)
    if unit_ids is not None:
        mine = col(Employee.unit_id).in_(unit_ids)
        found = found.join(Employee, col(Employee.id) == col(Move.employee_id)).where(mine)
    return session.exec(found).one()
