"""Updates that took effect, kept 48 hours; updates that failed, counted and parked."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, bindparam, delete
from sqlalchemy import update as sql_update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.prepared import Prepared
from storage.upsert import insert_new


class HandledUpdate(SQLModel, table=True):
    """An update whose effect is committed, and the screen it led to."""

    update_id: int = Field(sa_type=BigInteger, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, index=True)
    at: datetime = moment(index=True)
    result: str = ""


class FailedUpdate(SQLModel, table=True):
    """An update that could not be handled: how often it was tried, and its reference number."""

    update_id: int = Field(sa_type=BigInteger, primary_key=True)
    tries: int = 0
    first_at: datetime = moment()
    parked_at: datetime | None = moment(nullable=True)
    reference: str = Field(default="", index=True)
    fault: str = ""
    raw: str | None = sealed()


_FINISH = Prepared(
    sql_update(HandledUpdate)
    .where(col(HandledUpdate.update_id) == bindparam("handled"))
    .values(result=bindparam("led_to"))
)


def begin(session: Session, update_id: int, telegram_id: int, now: datetime) -> str | None:
    """Claim an update for this transaction; where it led when it was handled before, else None."""
    values = {"update_id": update_id, "telegram_id": telegram_id, "at": now, "result": ""}
    if insert_new(session, HandledUpdate, values):
        return None
    return session.exec(
        select(HandledUpdate.result).where(HandledUpdate.update_id == update_id)
    ).one()


def finish(session: Session, update_id: int, result: str) -> None:
    _FINISH.change(session, handled=update_id, led_to=result)


def count_try(session: Session, update_id: int, now: datetime, fault: str) -> int:
    """One more failed try; how many there have been."""
    row = session.get(FailedUpdate, update_id) or FailedUpdate(update_id=update_id, first_at=now)
    row.tries += 1
    row.fault = fault
    session.add(row)
    return row.tries


def tries(session: Session, update_id: int) -> int:
    row = session.get(FailedUpdate, update_id)
    return row.tries if row else 0


def forget_tries(session: Session, update_id: int) -> None:
    """The update went well after all."""
    row = session.get(FailedUpdate, update_id)
    if row is not None and row.parked_at is None:
        session.delete(row)


def park(session: Session, update_id: int, now: datetime, reference: str, raw: str) -> None:
    """Put an update aside for people to look at."""
    row = session.get(FailedUpdate, update_id) or FailedUpdate(update_id=update_id, first_at=now)
    row.parked_at, row.reference, row.raw = now, reference, raw
    session.add(row)


def sweep(session: Session, before: datetime) -> None:
    """Forget handled updates older than that, and tries of those that were not parked.

    Ids restart at random after a quiet week; Telegram resends nothing as old.
    """
    session.connection().execute(delete(HandledUpdate).where(col(HandledUpdate.at) < before))
    tried = (col(FailedUpdate.parked_at).is_(None), col(FailedUpdate.first_at) < before)
    session.connection().execute(delete(FailedUpdate).where(*tried))


def forget(session: Session, owners: Collection[int], places: str) -> None:
    """Let nothing tell that these people were at places whose name begins so.

    What is called so acts no more, so that it may be forgotten early. What could not be handled
    of theirs is emptied: its text may be what they went on to say.
    """
    led = col(HandledUpdate.result).startswith(places, autoescape=True)
    mine = (col(HandledUpdate.telegram_id).in_(owners), led)
    session.connection().execute(delete(HandledUpdate).where(*mine))
    empty(session, owners)


def unread(session: Session, owners: Collection[int]) -> list[FailedUpdate]:
    """What could not be handled and holds what these people wrote."""
    parked = select(FailedUpdate).where(col(FailedUpdate.raw).is_not(None))
    return [row for row in session.exec(parked) if row.raw and _sender(row.raw) in owners]


def empty(session: Session, owners: Collection[int]) -> int:
    """Take their words from what could not be handled; of how many. What is left tells a fault."""
    rows = unread(session, owners)
    for row in rows:
        row.raw = None
        session.add(row)
    session.flush()
    return len(rows)


def _sender(raw: str) -> int | None:
    try:
        update = json.loads(raw)
    except ValueError:
        return None
    events = update.values() if isinstance(update, dict) else ()
    people = (one.get("from") for one in events if isinstance(one, dict))
    return next((one.get("id") for one in people if isinstance(one, dict)), None)
