"""Rounds: work that is done once a day, or by one process at a time, whoever comes first."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text
from sqlmodel import Field, Session, SQLModel

from storage.upsert import insert_new


class Round(SQLModel, table=True):
    name: str = Field(primary_key=True)
    day: date = Field(primary_key=True)


def first_today(session: Session, name: str, day: date) -> bool:
    """Whether nobody has made this round on that day yet; it counts as made now."""
    return insert_new(session, Round, {"name": name, "day": day})


def made(session: Session, name: str, day: date) -> bool:
    """Whether this round was made on that day."""
    return session.get(Round, (name, day)) is not None


_ALONE = text("SELECT pg_try_advisory_xact_lock(7310234, hashtext(:name))")


def alone(session: Session, name: str) -> bool:
    """Whether nobody else makes this round now; nobody will before this transaction ends."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    return bool(session.connection().execute(_ALONE, {"name": name}).scalar_one())
