"""When the bot was last there and last heard Telegram, in the machine's time."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, Session, SQLModel

from storage.columns import moment
from storage.upsert import insert_new

BOT = "bot"


class Heartbeat(SQLModel, table=True):
    """`alive_at`: a process of ours ran. `heard_at`: Telegram could tell us what people did."""

    name: str = Field(primary_key=True)
    alive_at: datetime = moment()
    heard_at: datetime | None = moment(nullable=True)


def beat(session: Session, now: datetime, heard: datetime | None) -> datetime | None:
    """Note that we live, and when Telegram was last heard; when it had been heard before.

    Several processes share one heart: `heard_at` only ever moves later. None: never yet.
    """
    values = {"name": BOT, "alive_at": now, "heard_at": heard}
    if insert_new(session, Heartbeat, values):
        return None
    row = session.get_one(Heartbeat, BOT, with_for_update=True)
    before = row.heard_at
    row.alive_at = now
    if heard is not None and (before is None or heard > before):
        row.heard_at = heard
    session.add(row)
    session.flush()
    return before


def last(session: Session) -> Heartbeat | None:
    """The heart as it beat last; None before the first start."""
    return session.get(Heartbeat, BOT)
