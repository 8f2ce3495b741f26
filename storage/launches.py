"""Launches of the dashboard that began a session: each begins one, and no other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import moment
from storage.upsert import insert_new


class Launch(SQLModel, table=True):
    """`number` names it and nobody; kept until its session ends."""

    number: str = Field(primary_key=True)
    until: datetime = moment()


def spend(session: Session, number: str, now: datetime, until: datetime) -> bool:
    """Whether this launch begins a session now; those whose session is over are forgotten."""
    session.connection().execute(delete(Launch).where(col(Launch.until) < now))
    return insert_new(session, Launch, {"number": number, "until": until})


def is_spent(session: Session, number: str) -> bool:
    return session.get(Launch, number) is not None
