"""Who owes what: of one person, of a period, still open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.duties.duty import STILL_OPEN, Duty, DutyKind
from storage.kept import once
from storage.rows import Rows

_URGENT_FIRST = (col(Duty.due_on), col(Duty.id))


_OPEN_OF = Rows(
    Duty,
    select(Duty)
    .where(
        col(Duty.owner_id) == bindparam("owner"),
        col(Duty.opens_on) <= bindparam("today"),
        *STILL_OPEN,
    )
    .order_by(*_URGENT_FIRST),
)


_OPEN_ONES = Rows(
    Duty,
    select(Duty)
    .where(
        col(Duty.owner_id).in_(bindparam("owners", expanding=True)),
        col(Duty.kind).in_(bindparam("kinds", expanding=True)),
        col(Duty.opens_on) <= bindparam("today"),
        *STILL_OPEN,
    )
    .order_by(*_URGENT_FIRST),
)


@once("duty")
def open_of(session: Session, owner_id: int, today: date) -> Sequence[Duty]:
    """What this person still owes and may already do, most urgent first."""
    return _OPEN_OF.all(session, owner=owner_id, today=today)


def all_open(session: Session, today: date) -> Sequence[Duty]:
    """Every open duty of everybody, by owner and date."""
    found = select(Duty).where(
        col(Duty.opens_on) <= today,
        col(Duty.done_at).is_(None),
        col(Duty.cancelled_at).is_(None),
    )
    return session.exec(found.order_by(col(Duty.owner_id), col(Duty.due_on))).all()


@once("duty")
def open_ones(
    session: Session, owner_ids: tuple[int, ...], kinds: tuple[DutyKind, ...], today: date
) -> Sequence[Duty]:
    """Open duties of these kinds, of several owners at once, most urgent first."""
    return _OPEN_ONES.all(session, owners=owner_ids, kinds=kinds, today=today)


class Owed(NamedTuple):
    """One duty of a period, whether open, done or cancelled."""

    id: int
    kind: str
    owner_id: int
    about_id: int
    object_id: int
    done: bool
    cancelled: bool


def of_period(
    session: Session, period_id: int, kinds: Collection[DutyKind], object_id: int | None = None
) -> Sequence[Owed]:
    """All duties of these kinds in a period; of one object where it is named."""
    columns: list[Any] = [
        *(Duty.id, Duty.kind, Duty.owner_id, Duty.about_id, Duty.object_id),
        *(col(Duty.done_at).is_not(None), col(Duty.cancelled_at).is_not(None)),
    ]
    found = select_columns(*columns).where(
        col(Duty.period_id) == period_id, col(Duty.kind).in_(kinds)
    )
    if object_id is not None:
        found = found.where(col(Duty.object_id) == object_id)
    return [Owed(*row) for row in session.connection().execute(found)]


def still_open(
    session: Session, period_id: int, kinds: Collection[DutyKind], limit: int
) -> Sequence[int]:
    """Numbers of open duties of these kinds in a period."""
    mine = (col(Duty.period_id) == period_id, col(Duty.kind).in_(kinds), *STILL_OPEN)
    found = select_columns(col(Duty.id)).where(*mine).limit(limit)
    return [row.id for row in session.connection().execute(found)]


def count_open(session: Session, period_id: int, kind: DutyKind) -> int:
    """How many duties of a kind are open in a period."""
    found = select_columns(func.count()).where(*_open_in(period_id, kind))
    return int(session.connection().execute(found).scalar_one())


def open_pairs(
    session: Session, period_id: int, kind: DutyKind, limit: int, offset: int
) -> Sequence[tuple[int, int]]:
    """Owner and person of open duties of a kind in a period, those of one owner together."""
    columns = (col(Duty.owner_id), col(Duty.about_id))
    found = select_columns(*columns).where(*_open_in(period_id, kind)).order_by(*columns)
    rows = session.connection().execute(found.limit(limit).offset(offset))
    return [(row.owner_id, row.about_id) for row in rows]


def _open_in(period_id: int, kind: DutyKind) -> tuple[Any, ...]:
    return (col(Duty.period_id) == period_id, col(Duty.kind) == kind, *STILL_OPEN)
