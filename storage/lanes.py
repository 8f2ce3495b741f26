"""Lanes across processes: what one person does is done one after the other."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session

from storage.prepared import Prepared

# Telegram's numbers of people are positive; locks of other purposes are, too.
_ENTER = Prepared(text("SELECT pg_advisory_xact_lock(-CAST(:person AS bigint))"))


def enter(session: Session, telegram_id: int) -> None:
    """Wait until nobody else acts for this person, and keep others waiting until the end.

    For those without an account; that of others is locked as it is read. SQLite has one writer.
    """
    if session.get_bind().dialect.name == "postgresql":
        _ENTER.all(session, person=telegram_id)
