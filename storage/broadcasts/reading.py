"""How far a broadcast has come: by person, in all, unit by unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col, select

from bot.rules.broadcasts import GONE
from storage.broadcasts.tables import Broadcast, BroadcastReader
from storage.employees import Employee
from storage.outbox import Letter, State
from storage.units import Unit

_ON_ITS_WAY = (State.WAITING, State.LEASED, State.SENDING)
_UNSURE = (State.FAILED, State.UNKNOWN, State.EXPIRED)


class Progress(NamedTuple):
    """`people` in all, of whom `out` get no copy; of the others copies were `sent` (`seen` of
    them), `failed` or nobody knows (`unknown`), were `stopped`, or still `wait`.
    """

    people: int
    out: int
    sent: int
    seen: int
    failed: int
    unknown: int
    stopped: int

    @property
    def wait(self) -> int:
        settled = self.sent + self.failed + self.unknown + self.stopped
        return self.people - self.out - settled


class UnitProgress(NamedTuple):
    """One unit: `seen` and otherwise `sent`, `missed` (failed, unknown, on the way), `out`."""

    unit_id: int
    name: str
    people: int
    seen: int
    sent: int
    missed: int
    out: int
    answered: int
    passed: int


class Missed(NamedTuple):
    """Somebody who got no copy, or of whom nobody knows; `why` is a code."""

    employee_id: int
    name: str
    unit: str
    why: str


_LETTER = col(Letter.id) == col(BroadcastReader.letter_id)
_GONE_LETTER = and_(col(BroadcastReader.letter_id).is_not(None), col(Letter.id).is_(None))
_SENT: ColumnElement[bool] = or_(
    col(Letter.state) == State.SENT, _GONE_LETTER, col(BroadcastReader.read_at).is_not(None)
)


def get(session: Session, number: int, employee_id: int) -> BroadcastReader | None:
    return session.get(BroadcastReader, (number, employee_id), populate_existing=True)


def seen(session: Session, number: int, employee_id: int, now: datetime) -> None:
    """Noted the first time."""
    mine = (
        col(BroadcastReader.broadcast_id) == number,
        col(BroadcastReader.employee_id) == employee_id,
        col(BroadcastReader.read_at).is_(None),
    )
    session.connection().execute(update(BroadcastReader).where(*mine).values(read_at=now))
    session.expire_all()


def progress(session: Session, number: int) -> Progress:
    """In one statement."""
    failed = and_(~_SENT, col(Letter.state).in_((State.FAILED, State.EXPIRED)))
    counts: list[Any] = [
        func.count(),
        func.count().filter(col(BroadcastReader.out) != ""),
        func.count().filter(_SENT),
        func.count().filter(col(BroadcastReader.read_at).is_not(None)),
        func.count().filter(failed),
        func.count().filter(and_(~_SENT, col(Letter.state) == State.UNKNOWN)),
        func.count().filter(and_(~_SENT, col(Letter.state) == State.DROPPED)),
    ]
    found = _readers(number).with_only_columns(*counts)
    return Progress(*map(int, session.connection().execute(found).one()))


def _readers(number: int) -> Select[Any]:
    return (
        select_columns(col(BroadcastReader.employee_id))
        .select_from(BroadcastReader)
        .outerjoin(Letter, _LETTER)
        .where(col(BroadcastReader.broadcast_id) == number)
    )


def by_unit(
    session: Session, number: int, unit_ids: frozenset[int] | None
) -> Sequence[UnitProgress]:
    """Units in which somebody is to get it, those with most out of reach first."""
    read = col(BroadcastReader.read_at).is_not(None)
    counts: list[Any] = [
        func.count(),
        func.count().filter(read),
        func.count().filter(and_(_SENT, ~read)),
        func.count().filter(and_(col(BroadcastReader.out) != "", ~read)),
        func.count().filter(col(BroadcastReader.finished) > 0),
        func.count().filter(col(BroadcastReader.passed_at).is_not(None)),
    ]
    found = (
        _readers(number)
        .join(Employee, col(Employee.id) == col(BroadcastReader.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .with_only_columns(col(Unit.id), col(Unit.name), *counts)
        .group_by(col(Unit.id), col(Unit.name))
    )
    if unit_ids is not None:
        found = found.where(col(Unit.id).in_(unit_ids))
    rows = [
        UnitProgress(unit, name, people, saw, sent, people - saw - sent - out, out, *quiz)
        for unit, name, people, saw, sent, out, *quiz in session.connection().execute(found)
    ]
    return sorted(rows, key=lambda one: (-(one.out + one.missed), one.name))


def missed(session: Session, number: int, limit: int, offset: int) -> tuple[Sequence[Missed], int]:
    """Those to be called, by unit and name, and how many there are."""
    bad = or_(
        and_(col(BroadcastReader.out) != "", col(BroadcastReader.read_at).is_(None)),
        and_(~_SENT, col(Letter.state).in_(_UNSURE)),
    )
    found = (
        _readers(number)
        .join(Employee, col(Employee.id) == col(BroadcastReader.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(bad, col(Employee.left_on).is_(None))
    )
    total = session.connection().execute(found.with_only_columns(func.count())).scalar_one()
    why = func.coalesce(func.nullif(col(BroadcastReader.out), ""), col(Letter.state))
    columns = (col(Employee.id), col(Employee.name), col(Unit.name), why)
    page = found.with_only_columns(*columns).order_by(
        col(Unit.name), col(Employee.name), col(Employee.id)
    )
    rows = session.connection().execute(page.offset(offset).limit(limit))
    return [Missed(*row) for row in rows], int(total)


class Mine(NamedTuple):
    """One of those that came to me."""

    row: Broadcast
    reader: BroadcastReader


def mine(session: Session, employee_id: int, limit: int, offset: int) -> tuple[list[Mine], int]:
    """What came to a person, newest first, and how much."""
    found = (
        select(Broadcast, BroadcastReader)
        .join(BroadcastReader, col(BroadcastReader.broadcast_id) == col(Broadcast.id))
        .where(
            BroadcastReader.employee_id == employee_id,
            col(BroadcastReader.letter_id).is_not(None),
            col(Broadcast.state).in_(GONE),
        )
    )
    total = (
        session.connection()
        .execute(select_columns(func.count()).select_from(found.subquery()))
        .scalar_one()
    )
    page = found.order_by(col(Broadcast.id).desc()).offset(offset).limit(limit)
    return [Mine(*pair) for pair in session.exec(page)], int(total)


def on_its_way(session: Session, number: int) -> int:
    """Copies owed that nobody has begun to send."""
    found = _readers(number).where(col(Letter.state).in_(_ON_ITS_WAY))
    return int(session.connection().execute(found.with_only_columns(func.count())).scalar_one())


def out_of(session: Session, number: int, people: Collection[int]) -> frozenset[int]:
    """Those of these people for whom it was."""
    found = select_columns(col(BroadcastReader.employee_id)).where(
        col(BroadcastReader.broadcast_id) == number, col(BroadcastReader.employee_id).in_(people)
    )
    return frozenset(session.connection().execute(found).scalars())
