"""Years of holidays that the office put in: only added to, the newest of a year counts."""

from __future__ import annotations

import json
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.holidays import DayOff, Decreed, HolidayYear
from storage.columns import moment
from storage.kept import once
from storage.upsert import insert_new


class HolidayDecree(SQLModel, table=True):
    """`body` is JSON as `write` makes it; `basis` the decree that it goes by."""

    id: int | None = Field(default=None, primary_key=True)
    year: int = Field(index=True)
    body: str
    basis: str = ""
    set_by: int = Field(foreign_key="employee.id")
    set_at: datetime = moment()


class HolidayDraft(SQLModel, table=True):
    """The file that somebody sent, until it is put in force: JSON of its rows."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    rows: str
    basis: str = ""
    made_at: datetime = moment()


_NEWEST = select(func.max(col(HolidayDecree.id))).group_by(col(HolidayDecree.year))
_IN_FORCE = (
    select(col(HolidayDecree.year), col(HolidayDecree.body))
    .where(col(HolidayDecree.id).in_(_NEWEST))
    .order_by(col(HolidayDecree.year))
)


@once("holidaydecree")
def decreed(session: Session) -> Decreed:
    """Every year that was put in, as it is in force."""
    return tuple(read(row.year, row.body) for row in session.connection().execute(_IN_FORCE))


def newest(session: Session, year: int) -> HolidayDecree | None:
    """What is in force for a year; None while it is reckoned."""
    found = select(HolidayDecree).where(HolidayDecree.year == year)
    return session.exec(found.order_by(col(HolidayDecree.id).desc()).limit(1)).first()


def add(session: Session, year: HolidayYear, basis: str, by: int, now: datetime) -> int:
    """Put it in force; its number."""
    row = HolidayDecree(year=year.year, body=write(year), basis=basis, set_by=by, set_at=now)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def draft(session: Session, employee_id: int) -> HolidayDraft | None:
    return session.get(HolidayDraft, employee_id)


def keep_draft(session: Session, employee_id: int, rows: str, basis: str, now: datetime) -> None:
    """In place of an earlier file of the same person."""
    values = {"employee_id": employee_id, "rows": rows, "basis": basis, "made_at": now}
    if not insert_new(session, HolidayDraft, values):
        found = session.get_one(HolidayDraft, employee_id)
        found.rows, found.basis, found.made_at = rows, basis, now
        session.add(found)


def drop_draft(session: Session, employee_id: int) -> None:
    found = session.get(HolidayDraft, employee_id)
    if found is not None:
        session.delete(found)


def write(year: HolidayYear) -> str:
    """The same days give the same text."""
    days = [[day.isoformat(), one.name, one.shared_leave] for day, one in year.days]
    fasting = [day.isoformat() for day in year.fasting] if year.fasting else None
    return json.dumps({"days": days, "fasting": fasting}, ensure_ascii=False)


def digest(year: HolidayYear) -> str:
    """What the trail knows of it."""
    return sha256(write(year).encode()).hexdigest()


def read(year: int, body: str) -> HolidayYear:
    kept = json.loads(body)
    days = tuple(
        (date.fromisoformat(day), DayOff(name, shared)) for day, name, shared in kept["days"]
    )
    ends = kept["fasting"]
    fasting = (date.fromisoformat(ends[0]), date.fromisoformat(ends[1])) if ends else None
    return HolidayYear(year, days, fasting)
