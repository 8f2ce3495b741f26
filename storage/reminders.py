"""Stages of duties that have been told, at most once each, and the digests that tell them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Index, String, UniqueConstraint, cast, literal, select, update
from sqlmodel import Field, Session, SQLModel, and_, col, or_

from storage.columns import moment
from storage.duties import STILL_OPEN, Duty
from storage.employees import Employee
from storage.units import Unit
from storage.upsert import insert_new_many

NOBODY = "nobody"


class Reminder(SQLModel, table=True):
    """One stage of one duty, told to one person; `digest` is the key of the letter, once owed."""

    __table_args__ = (
        UniqueConstraint("duty_id", "stage"),
        Index("reminders_to_digest", "digest", "tell_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    duty_id: int = Field(foreign_key="duty.id")
    stage: str
    to_id: int = Field(foreign_key="employee.id", index=True)
    escalated: bool = False
    planned_at: datetime = moment()
    tell_at: datetime = moment()
    digest: str | None = None


class Look(SQLModel, table=True):
    """The local day on which a duty was last looked at."""

    duty_id: int = Field(primary_key=True, foreign_key="duty.id")
    looked_on: date


class Owing(NamedTuple):
    """An open duty to be looked at, with what the ladder needs of its owner."""

    duty_id: int
    kind: str
    period_id: int
    owner_id: int
    about_id: int
    opens_on: date
    due_on: date
    snoozed_until: datetime | None
    superior_id: int | None
    days_per_week: int


class Told(NamedTuple):
    """A duty in a digest; `escalated` when the one told is not the one who owes it."""

    duty: Duty
    escalated: bool


def zones(session: Session) -> Sequence[str]:
    return list(session.connection().scalars(select(col(Unit.zone)).distinct()))


def to_look_at(
    session: Session, zone: str, today: date, limit: int, after: int = 0
) -> Sequence[Owing]:
    """Open duties of people in that zone that were not looked at on this local day, by number.

    Those up to `after` are left out: whoever asks again need not pass what was seen already.
    """
    columns: tuple[Any, ...] = (
        *(col(Duty.id), col(Duty.kind), col(Duty.period_id), col(Duty.owner_id)),
        *(col(Duty.about_id), col(Duty.opens_on), col(Duty.due_on), col(Duty.snoozed_until)),
        *(col(Employee.superior_id), col(Unit.days_per_week)),
    )
    found = (
        select(*columns)
        .join(Employee, col(Employee.id) == col(Duty.owner_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(Look, col(Look.duty_id) == col(Duty.id))
        .where(
            *_open(today),
            col(Duty.id) > after,
            col(Unit.zone) == zone,
            col(Employee.left_on).is_(None),
            or_(col(Look.looked_on).is_(None), col(Look.looked_on) != today),
        )
        .order_by(col(Duty.id))
        .limit(limit)
    )
    return [Owing(*row) for row in session.connection().execute(found)]


def looked(session: Session, duty_ids: Sequence[int], today: date) -> None:
    """Remember that these were looked at on this local day."""
    again = update(Look).where(col(Look.duty_id).in_(duty_ids)).values(looked_on=today)
    session.connection().execute(again)
    rows = [{"duty_id": duty_id, "looked_on": today} for duty_id in duty_ids]
    insert_new_many(session, Look, rows)


def stages_told(session: Session, duty_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The keys of all stages ever planned, by duty."""
    found = select(col(Reminder.duty_id), col(Reminder.stage))
    told: dict[int, frozenset[str]] = {}
    for duty_id, stage in session.connection().execute(
        found.where(col(Reminder.duty_id).in_(duty_ids))
    ):
        told[duty_id] = told.get(duty_id, frozenset()) | {stage}
    return told


def tell(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """Plan stages that were not planned before; how many."""
    return insert_new_many(session, Reminder, rows)


def to_digest(session: Session, now: datetime, limit: int) -> Sequence[int]:
    """People with planned stages that no letter tells yet, and whose hour has come."""
    found = select(col(Reminder.to_id)).where(*_loose(now)).distinct().limit(limit)
    return list(session.connection().scalars(found))


def attach(session: Session, to_ids: Collection[int], day: date, now: datetime) -> None:
    """Put what is to be told to these people by now into their digest of the day."""
    key = literal("digest/") + cast(col(Reminder.to_id), String) + literal(f"/{day}")
    mine = update(Reminder).where(col(Reminder.to_id).in_(to_ids), *_loose(now))
    session.connection().execute(mine.values(digest=key))


def detach(session: Session, digests: Collection[str], now: datetime) -> None:
    """What these digests held is to be told now by others."""
    held = update(Reminder).where(col(Reminder.digest).in_(digests))
    session.connection().execute(held.values(digest=None, tell_at=now))


def put_off(session: Session, to_ids: Collection[int], now: datetime, until: datetime) -> None:
    """Tell these people later."""
    mine = update(Reminder).where(col(Reminder.to_id).in_(to_ids), *_loose(now))
    session.connection().execute(mine.values(tell_at=until))


def forget(session: Session, to_ids: Collection[int], now: datetime) -> None:
    """These people have left; nobody is told."""
    mine = update(Reminder).where(col(Reminder.to_id).in_(to_ids), *_loose(now))
    session.connection().execute(mine.values(digest=NOBODY))


def of_digest(session: Session, key: str) -> Sequence[Told]:
    """The duties of a digest that are still open, each once, most urgent first."""
    found = (
        select(Duty, col(Reminder.escalated))
        .join(Reminder, col(Reminder.duty_id) == col(Duty.id))
        .where(
            col(Reminder.digest) == key,
            *STILL_OPEN,
        )
        .order_by(col(Duty.due_on), col(Duty.id))
    )
    told = {
        (duty.id, escalated): Told(duty, escalated) for duty, escalated in session.execute(found)
    }
    return list(told.values())


def snooze(session: Session, duty_ids: Collection[int], until: datetime) -> None:
    """Say nothing of these duties to their owners until then."""
    session.connection().execute(
        update(Duty).where(col(Duty.id).in_(duty_ids)).values(snoozed_until=until)
    )


def _open(today: date) -> tuple[Any, ...]:
    return (col(Duty.opens_on) <= today, *STILL_OPEN)


def _loose(now: datetime) -> tuple[Any, ...]:
    return (and_(col(Reminder.digest).is_(None), col(Reminder.tell_at) <= now),)
