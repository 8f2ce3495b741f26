"""Leases: one process at a time does what only one may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.prepared import Prepared
from storage.upsert import insert_new


class Lease(SQLModel, table=True):
    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()


class Lost(Exception):
    """Somebody else holds the lease by now."""


Gone = Callable[[str], bool]
"""Whether a holder is known to have ended, so that its lease need not lapse first."""


def take(
    session: Session,
    name: str,
    holder: str,
    now: datetime,
    lasts: timedelta,
    gone: Gone = lambda _: False,
) -> bool:
    """Take or renew a lease; False while another holds it.

    `now` is the machine's time. One that ends later than twice its length was left by a clock
    that has been set back, and counts as lapsed.
    """
    if renew(session, name, holder, now, lasts):
        return True
    if insert_new(session, Lease, {"name": name, "holder": holder, "until": now + lasts}):
        return True
    held, until = session.exec(select(Lease.holder, Lease.until).where(Lease.name == name)).one()
    if now < until <= now + 2 * lasts and not gone(held):
        return False
    # Transactions of the old holder that hang on it end first; another taker may be quicker.
    same = (Lease.name == name, Lease.holder == held, Lease.until == until)
    if session.exec(select(Lease.name).where(*same).with_for_update()).first() is None:
        return False
    mine = update(Lease).where(col(Lease.name) == name)
    session.connection().execute(mine.values(holder=holder, until=now + lasts))
    return True


_RENEW = Prepared(
    update(Lease).where(
        col(Lease.name) == bindparam("lease"), col(Lease.holder) == bindparam("mine")
    )
)


def renew(session: Session, name: str, holder: str, now: datetime, lasts: timedelta) -> bool:
    """Go on holding a lease; False when it was lost."""
    return _RENEW.change(session, lease=name, mine=holder, until=now + lasts) == 1


def give_back(session: Session, name: str, holder: str, now: datetime) -> None:
    """Let the next one have it at once."""
    mine = update(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)
    session.connection().execute(mine.values(until=now))


_HANG_ON = Prepared(
    select_columns(col(Lease.name))
    .where(col(Lease.name) == bindparam("lease"), col(Lease.holder) == bindparam("mine"))
    .with_for_update(read=True, key_share=True)
)


def hang_on(session: Session, name: str, holder: str) -> None:
    """Let nobody take the lease over until this transaction ends. Raises Lost.

    Renewing does not wait for such transactions, nor they for it.
    """
    if _HANG_ON.first(session, lease=name, mine=holder) is None:
        raise Lost(name)


def living(session: Session, prefix: str, now: datetime) -> list[str]:
    """Holders of the leases with names that begin so and have not lapsed."""
    found = select(Lease.holder).where(col(Lease.name).startswith(prefix), Lease.until > now)
    return sorted(session.exec(found))
