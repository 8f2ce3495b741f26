"""Quarters as records with a calendar of their own, each pinning its scheme and formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint, bindparam, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.kept import keep, once
from storage.rows import Rows
from storage.upsert import insert_new

PLANNED, OPEN, RATING, CALIBRATION, PUBLISHED, FINAL = (
    "planned",
    "open",
    "rating",
    "calibration",
    "published",
    "final",
)
RUNNING = (OPEN, RATING, CALIBRATION)
LAST_QUARTER = 4


class SchemeVersion(SQLModel, table=True):
    """A scheme as it was: its TOML text, in force from a day on, never changed."""

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(unique=True)
    in_force_from: date
    body: str
    added_at: datetime = moment()


class Period(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("year", "quarter"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int
    quarter: int
    scheme_id: int = Field(foreign_key="schemeversion.id")
    formula: str
    opens_on: date
    submit_until: date
    rate_until: date
    calibrate_until: date
    publish_on: date
    objection_days: int = 14
    state: str = Field(default=PLANNED, index=True)


_GET = Rows(Period, select(Period).where(col(Period.id) == bindparam("this")))


@once("period")
def get(session: Session, period_id: int) -> Period | None:
    return _GET.first(session, this=period_id)


def of_quarter(session: Session, year: int, quarter: int) -> Period | None:
    return session.exec(
        select(Period).where(Period.year == year, Period.quarter == quarter)
    ).first()


_RUNNING = Rows(
    Period,
    select(Period)
    .where(col(Period.state).in_(RUNNING))
    .order_by(col(Period.year), col(Period.quarter)),
)


@once("period")
def running(session: Session) -> Sequence[Period]:
    """Periods between opening and publication, oldest first."""
    found = _RUNNING.all(session)
    for one in found:
        keep(session, get, one.id, value=one)
    return found


def newest_year(session: Session) -> Period | None:
    """The newest last quarter of a year that is published."""
    found = select(Period).where(
        Period.quarter == LAST_QUARTER, col(Period.state).in_((PUBLISHED, FINAL))
    )
    return session.exec(found.order_by(col(Period.year).desc()).limit(1)).first()


def everything(session: Session) -> Sequence[Period]:
    """All periods, oldest first."""
    return session.exec(select(Period).order_by(col(Period.year), col(Period.quarter))).all()


def add(session: Session, period: Period) -> bool:
    """Make a period unless its quarter has one; whether it is new."""
    return insert_new(session, Period, period.model_dump(exclude={"id"}))


def move(session: Session, period_id: int, before: str, after: str) -> bool:
    """Put a period from one state into the next; False when somebody else already did."""
    moving = update(Period).where(col(Period.id) == period_id, col(Period.state) == before)
    return session.exec(moving.values(state=after)).rowcount == 1


def pin(session: Session, period_id: int, values: Mapping[str, Any]) -> bool:
    """Give a planned period another scheme with its calendar; False when it has begun."""
    planned = (col(Period.id) == period_id, col(Period.state) == PLANNED)
    return session.exec(update(Period).where(*planned).values(values)).rowcount == 1


def recent(session: Session, limit: int = 4) -> Sequence[Period]:
    """The newest periods that have opened, newest first."""
    found = select(Period).where(Period.state != PLANNED)
    newest = (col(Period.year).desc(), col(Period.quarter).desc())
    return session.exec(found.order_by(*newest).limit(limit)).all()


_SCHEME = Rows(
    SchemeVersion, select(SchemeVersion).where(col(SchemeVersion.id) == bindparam("this"))
)
_IN_FORCE = Rows(
    SchemeVersion,
    select(SchemeVersion)
    .where(col(SchemeVersion.in_force_from) <= bindparam("day"))
    .order_by(col(SchemeVersion.version).desc())
    .limit(1),
)


@once("schemeversion")
def scheme(session: Session, scheme_id: int) -> SchemeVersion | None:
    return _SCHEME.first(session, this=scheme_id)


@once("schemeversion")
def scheme_in_force(session: Session, day: date) -> SchemeVersion | None:
    """The newest scheme in force that day."""
    return _IN_FORCE.first(session, day=day)


def has_scheme(session: Session) -> bool:
    return session.exec(select(SchemeVersion.id).limit(1)).first() is not None


def add_scheme(
    session: Session, version: int, in_force_from: date, body: str, now: datetime
) -> bool:
    """Keep a scheme as it is written; whether its version is new."""
    values = {"version": version, "in_force_from": in_force_from, "body": body, "added_at": now}
    return insert_new(session, SchemeVersion, values)
