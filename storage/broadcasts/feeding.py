"""Readers whose copy is to be owed next, to be corrected, to be reminded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, exists, false, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from storage.broadcasts.tables import Broadcast, BroadcastReader
from storage.employees import Employee
from storage.outbox import Kind, Letter, State
from storage.units import Unit

_KEY = (BroadcastReader.broadcast_id, BroadcastReader.employee_id)


class Week(NamedTuple):
    """Whose days and hours are alike."""

    zone: str
    days_per_week: int


class Copy(NamedTuple):
    """A copy that arrived: whose, and as which message."""

    employee_id: int
    message_id: int


def weeks(session: Session) -> Sequence[Week]:
    """Every zone with every working week in it."""
    found = select_columns(col(Unit.zone), col(Unit.days_per_week)).distinct()
    return [Week(*row) for row in session.connection().execute(found)]


def next_ones(
    session: Session, number: int, open_: Collection[Week] | None, limit: int
) -> list[int]:
    """Those in service without a copy where one may come now (None: everywhere)."""
    found = (
        select_columns(col(BroadcastReader.employee_id))
        .join(Employee, col(Employee.id) == col(BroadcastReader.employee_id))
        .where(
            col(BroadcastReader.broadcast_id) == number,
            col(BroadcastReader.letter_id).is_(None),
            col(BroadcastReader.out) == "",
            col(Employee.left_on).is_(None),
        )
        .order_by(col(BroadcastReader.employee_id))
        .limit(limit)
    )
    if open_ is not None:
        found = found.join(Unit, col(Unit.id) == col(Employee.unit_id)).where(_any(open_))
    return [one for (one,) in session.connection().execute(found)]


def _any(open_: Collection[Week]) -> ColumnElement[bool]:
    each = [
        and_(col(Unit.zone) == one.zone, col(Unit.days_per_week) == one.days_per_week)
        for one in open_
    ]
    return or_(*each) if each else false()


def owe(session: Session, number: int, edition: int, letters: Mapping[str, int]) -> None:
    """Note which letter is whose copy; `letters` are people by the letter's key."""
    found = select_columns(col(Letter.key), col(Letter.id)).where(col(Letter.key).in_(letters))
    rows = [
        {"one": letters[key], "letter": letter}
        for key, letter in session.connection().execute(found)
    ]
    mine = (
        col(BroadcastReader.broadcast_id) == number,
        col(BroadcastReader.employee_id) == bindparam("one"),
    )
    noted = update(BroadcastReader).where(*mine)
    values = {"letter_id": bindparam("letter"), "edition": edition}
    session.connection().execute(noted.values(**values), rows)
    session.expire_all()


def waiting(session: Session, now: datetime) -> int:
    """Copies of any broadcast that the courier may take now and has not."""
    on_its_way = (
        col(Letter.state) == State.WAITING,
        col(Letter.not_before) <= now,
        col(Letter.kind) == Kind.BROADCAST,
    )
    found = select_columns(func.count()).where(*on_its_way)
    return int(session.connection().execute(found).scalar_one())


def old_copies(session: Session, row: Broadcast, limit: int) -> Sequence[Copy]:
    """Copies that arrived and say what was said before the correction."""
    found = (
        select_columns(col(BroadcastReader.employee_id), col(Letter.message_id))
        .join(Letter, col(Letter.id) == col(BroadcastReader.letter_id))
        .where(
            col(BroadcastReader.broadcast_id) == row.id,
            col(BroadcastReader.edition) < row.edition,
            col(Letter.state) == State.SENT,
            col(Letter.message_id).is_not(None),
        )
        .order_by(col(BroadcastReader.employee_id))
        .limit(limit)
    )
    return [Copy(one, message or 0) for one, message in session.connection().execute(found)]


def unanswered(session: Session, row: Broadcast, limit: int) -> list[int]:
    """Who got a copy, has not answered the quiz and was not reminded as often as wanted."""
    arrived = exists().where(
        col(Letter.id) == col(BroadcastReader.letter_id), col(Letter.state) == State.SENT
    )
    found = (
        select_columns(col(BroadcastReader.employee_id))
        .where(
            col(BroadcastReader.broadcast_id) == row.id,
            col(BroadcastReader.finished) == 0,
            col(BroadcastReader.reminded) < row.reminders,
            arrived,
        )
        .order_by(col(BroadcastReader.employee_id))
        .limit(limit)
    )
    return [one for (one,) in session.connection().execute(found)]


def note(session: Session, number: int, people: Collection[int], **values: Any) -> None:
    """The same of many readers."""
    mine = (
        col(BroadcastReader.broadcast_id) == number,
        col(BroadcastReader.employee_id).in_(people),
    )
    session.connection().execute(update(BroadcastReader).where(*mine).values(**values))
    session.expire_all()


def stop(session: Session, number: int) -> int:
    """Drop the copies that nobody has begun to send; how many."""
    copies = select_columns(col(BroadcastReader.letter_id)).where(
        col(BroadcastReader.broadcast_id) == number, col(BroadcastReader.letter_id).is_not(None)
    )
    waits = (col(Letter.id).in_(copies), col(Letter.state) == State.WAITING)
    stopped = update(Letter).where(*waits).values(state=State.DROPPED, fault="stopped")
    return int(session.connection().execute(stopped).rowcount)
