"""Leave with dates, and mandates: who acts for whom, as Plt. or Plh., from when until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Date, bindparam, delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.kept import once
from storage.rows import Rows


class Absence(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    since: date
    until: date
    kind: str
    recorded_by: int | None = Field(default=None, foreign_key="employee.id")


class Mandate(SQLModel, table=True):
    """`holder` acts for `absent` on every day from `since` to `until`, both included."""

    id: int | None = Field(default=None, primary_key=True)
    absent_id: int = Field(foreign_key="employee.id", index=True)
    holder_id: int = Field(foreign_key="employee.id", index=True)
    kind: str  # plt, plh
    since: date
    until: date
    recorded_by: int | None = Field(default=None, foreign_key="employee.id")


# Every tap runs these, so they are built once.
_DAY = bindparam("day", type_=Date)
_THAT_DAY = (col(Mandate.since) <= _DAY, col(Mandate.until) >= _DAY)
_MANDATE_FOR = Rows(
    Mandate,
    select(Mandate)
    .where(col(Mandate.absent_id) == bindparam("absent"), *_THAT_DAY)
    .order_by(col(Mandate.id).desc())
    .limit(1),
)
_MANDATES_HELD = Rows(
    Mandate, select(Mandate).where(col(Mandate.holder_id) == bindparam("holder"), *_THAT_DAY)
)
_OVERLAPPING = Rows(
    Absence,
    select(Absence)
    .where(
        col(Absence.employee_id) == bindparam("employee"),
        col(Absence.since) <= bindparam("until"),
        col(Absence.until) >= bindparam("since"),
    )
    .order_by(col(Absence.since)),
)


_ABSENCE = Rows(Absence, select(Absence).where(col(Absence.id) == bindparam("this")))
_MANDATE = Rows(Mandate, select(Mandate).where(col(Mandate.id) == bindparam("this")))


def absences_of(session: Session, employee_id: int, from_day: date) -> Sequence[Absence]:
    """Leave that has not ended before `from_day`."""
    found = select(Absence).where(
        Absence.employee_id == employee_id, col(Absence.until) >= from_day
    )
    return session.exec(found.order_by(col(Absence.since))).all()


def away_since(session: Session, day: date) -> frozenset[int]:
    """Everybody with leave that has not ended before that day."""
    return frozenset(session.exec(select(Absence.employee_id).where(col(Absence.until) >= day)))


@once("absence")
def away_on(session: Session, day: date) -> frozenset[int]:
    """Everybody on leave that day."""
    found = select(Absence.employee_id).where(col(Absence.since) <= day, col(Absence.until) >= day)
    return frozenset(session.exec(found))


@once("mandate")
def mandate_for(session: Session, absent_id: int, day: date) -> Mandate | None:
    """Who acts for this person that day, if anybody."""
    return _MANDATE_FOR.first(session, absent=absent_id, day=day)


@once("mandate")
def mandates_held(session: Session, holder_id: int, day: date) -> Sequence[Mandate]:
    return _MANDATES_HELD.all(session, holder=holder_id, day=day)


@once("absence")
def overlapping(session: Session, employee_id: int, since: date, until: date) -> Sequence[Absence]:
    """Leave of this person that shares a day with the span."""
    return _OVERLAPPING.all(session, employee=employee_id, since=since, until=until)


def mandates_between(session: Session, since: date, until: date) -> Sequence[Mandate]:
    """Everybody's mandates that share a day with the span."""
    found = select(Mandate).where(col(Mandate.since) <= until, col(Mandate.until) >= since)
    return session.exec(found.order_by(col(Mandate.since), col(Mandate.id))).all()


def between(session: Session, since: date, until: date) -> Sequence[Absence]:
    """Leave of anybody that touches these days, by first day."""
    found = select(Absence).where(col(Absence.since) <= until, col(Absence.until) >= since)
    return session.exec(found.order_by(col(Absence.since), col(Absence.id))).all()


def mandates_of(session: Session, absent_id: int, from_day: date) -> Sequence[Mandate]:
    """Mandates for this person that have not ended before `from_day`."""
    found = select(Mandate).where(Mandate.absent_id == absent_id, col(Mandate.until) >= from_day)
    return session.exec(found.order_by(col(Mandate.since))).all()


def add_absence(
    session: Session, employee_id: int, since: date, until: date, kind: str, recorded_by: int
) -> None:
    session.add(
        Absence(
            employee_id=employee_id, since=since, until=until, kind=kind, recorded_by=recorded_by
        )
    )


def add_mandate(
    session: Session,
    absent_id: int,
    holder_id: int,
    kind: str,
    since: date,
    until: date,
    recorded_by: int,
) -> None:
    session.add(
        Mandate(
            absent_id=absent_id,
            holder_id=holder_id,
            kind=kind,
            since=since,
            until=until,
            recorded_by=recorded_by,
        )
    )


def absence(session: Session, absence_id: int) -> Absence | None:
    return _ABSENCE.first(session, this=absence_id)


def mandate(session: Session, mandate_id: int) -> Mandate | None:
    return _MANDATE.first(session, this=mandate_id)


def end(session: Session, row: Absence | Mandate, today: date) -> bool:
    """From `today` on it no longer counts; a row without a day before that is removed.

    False when it was over or gone already, so that of two who end it one did.
    """
    table = type(row)
    this = col(table.id) == row.id
    begins = delete(table).where(this, col(table.since) >= today)
    if session.connection().execute(begins).rowcount:
        return True
    runs = update(table).where(this, col(table.since) < today, col(table.until) >= today)
    ended = session.connection().execute(runs.values(until=today - timedelta(days=1)))
    return ended.rowcount == 1
