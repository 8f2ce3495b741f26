"""Alarms that ring: since when, under which reference number, and when the operator was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class Ringing(SQLModel, table=True):
    """One kind of trouble rings once, whoever notices it. In the machine's time."""

    name: str = Field(primary_key=True)
    reference: str
    since: datetime = moment()
    told_at: datetime | None = moment(nullable=True)


def ring(session: Session, name: str, since: datetime, reference: str) -> Ringing:
    """Let it ring from `since` on; one that rings already stays as it is."""
    insert_new(
        session,
        Ringing,
        {"name": name, "reference": reference, "since": since, "told_at": None},
    )
    return session.exec(select(Ringing).where(Ringing.name == name)).one()


def claim(session: Session, name: str, before: datetime | None, now: datetime) -> bool:
    """Take it upon us to tell the operator now; False when another process just did."""
    same = col(Ringing.told_at).is_(None) if before is None else col(Ringing.told_at) == before
    taken = update(Ringing).where(col(Ringing.name) == name, same).values(told_at=now)
    return session.connection().execute(taken).rowcount == 1


def untold(session: Session, name: str, before: datetime | None) -> None:
    """It could not be told after all."""
    mine = update(Ringing).where(col(Ringing.name) == name).values(told_at=before)
    session.connection().execute(mine)


def all_ringing(session: Session) -> Sequence[Ringing]:
    return session.exec(select(Ringing).order_by(col(Ringing.since))).all()


def over(session: Session, name: str) -> Ringing | None:
    """End it; the alarm as it was, for the one who ended it."""
    row = session.exec(select(Ringing).where(Ringing.name == name).with_for_update()).first()
    if row is not None:
        session.delete(row)
        session.flush()
    return row
