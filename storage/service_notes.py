"""What HR notes of somebody's service: breaks, disciplinary penalties, medals received."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.awards.service import PENALTIES
from storage.columns import moment, sealed


class ServiceNote(SQLModel, table=True):
    """`kind` as `bot.rules.awards.service` names it; `until` is the last day.

    Nothing counts before `confirmed_at`. A wrong note is cancelled, never changed or taken out.
    `recorded_by` None is the operator's shell.
    """

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    kind: str
    since: date
    until: date
    ground: str = sealed("")
    recorded_by: int | None = Field(default=None, foreign_key="employee.id")
    recorded_at: datetime = moment()
    confirmed_at: datetime | None = moment(nullable=True)
    cancelled_by: int | None = Field(default=None, foreign_key="employee.id")
    cancelled_at: datetime | None = moment(nullable=True)


_COUNTS = (col(ServiceNote.confirmed_at).is_not(None), col(ServiceNote.cancelled_at).is_(None))


def get(session: Session, note_id: int) -> ServiceNote | None:
    return session.get(ServiceNote, note_id, populate_existing=True)


def add(session: Session, note: ServiceNote) -> int:
    session.add(note)
    session.flush()
    assert note.id is not None
    return note.id


def of_people(session: Session, employee_ids: Collection[int]) -> Sequence[ServiceNote]:
    """What counts of these people, oldest first."""
    found = select(ServiceNote).where(col(ServiceNote.employee_id).in_(employee_ids), *_COUNTS)
    return session.exec(found.order_by(col(ServiceNote.since), col(ServiceNote.id))).all()


def everything(session: Session) -> Sequence[ServiceNote]:
    """What counts of anybody, oldest first."""
    found = select(ServiceNote).where(*_COUNTS)
    return session.exec(found.order_by(col(ServiceNote.since), col(ServiceNote.id))).all()


def confirm(session: Session, note_id: int, now: datetime) -> bool:
    """Let it count; False when that was done before."""
    drafted = (col(ServiceNote.id) == note_id, col(ServiceNote.confirmed_at).is_(None))
    done = update(ServiceNote).where(*drafted).values(confirmed_at=now)
    return session.exec(done).rowcount == 1


def penalised_until(session: Session, employee_ids: Collection[int]) -> dict[int, date]:
    """The last day of the penalty that lasts longest, of whoever has one."""
    last: dict[int, date] = {}
    for note in of_people(session, employee_ids):
        if note.kind in PENALTIES:
            last[note.employee_id] = max(note.until, last.get(note.employee_id, note.until))
    return last


def cancel(session: Session, note_id: int, by: int, now: datetime) -> bool:
    """Count it no more; False when that was done before."""
    cancelled = update(ServiceNote).where(col(ServiceNote.id) == note_id, *_COUNTS)
    cancelled = cancelled.values(cancelled_by=by, cancelled_at=now)
    return session.exec(cancelled).rowcount == 1
