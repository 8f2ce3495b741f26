"""Deadlines before which nothing may be sent: Telegram asked for patience."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import moment
from storage.prepared import Prepared
from storage.upsert import insert_new

TELEGRAM = "telegram"


class Pause(SQLModel, table=True):
    name: str = Field(primary_key=True)
    until: datetime = moment()


_UNTIL = Prepared(select(col(Pause.until)).where(col(Pause.name) == bindparam("which")))


def extend(session: Session, name: str, until: datetime) -> None:
    """Move the deadline; it only ever moves later. In the machine's time."""
    if not insert_new(session, Pause, {"name": name, "until": until}):
        later = update(Pause).where(col(Pause.name) == name, col(Pause.until) < until)
        session.connection().execute(later.values(until=until))


def until(session: Session, name: str) -> datetime | None:
    """The deadline, past or to come; None when there never was one."""
    found: datetime | None = _UNTIL.value(session, which=name)
    return found
