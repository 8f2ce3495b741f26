"""Leases: one process at a time does what only one may do."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, or_

from storage.columns import moment
from storage.upsert import insert_new


class Lease(SQLModel, table=True):
    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()


def take(session: Session, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Take or renew a lease; False while another holds it.

    `now` is the machine's time. One that ends later than twice its length was left by a clock
    that has been set back, and counts as lapsed.
    """
    if insert_new(session, Lease, {"name": name, "holder": holder, "until": now + lasts}):
        return True
    free = or_(
        col(Lease.holder) == holder,
        col(Lease.until) <= now,
        col(Lease.until) > now + 2 * lasts,
    )
    taken = update(Lease).where(col(Lease.name) == name, free)
    values = taken.values(holder=holder, until=now + lasts)
    return session.connection().execute(values).rowcount == 1


def renew(session: Session, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Go on holding a lease; False when it was lost."""
    mine = update(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)
    return session.connection().execute(mine.values(until=now + lasts)).rowcount == 1


def give_back(session: Session, name: str, holder: str, now: datetime) -> None:
    """Let the next one have it at once."""
    mine = update(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)
    session.connection().execute(mine.values(until=now))
