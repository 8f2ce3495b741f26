"""After a restore nobody knows which letters left since the copy was made."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Session, col

from storage.outbox.letter import ONCE, Letter, State

OPEN = (State.WAITING, State.LEASED, State.SENDING)
FAULT = "restored"


def doubt_after_restore(session: Session) -> int:
    """Reminders still open may have left after the copy: unknown, listed for HR, not repeated.

    Decisions stay waiting and come again. How many became unknown.
    """
    table = update(Letter).where(col(Letter.kind).in_(ONCE), col(Letter.state).in_(OPEN))
    return session.connection().execute(table.values(state=State.UNKNOWN, fault=FAULT)).rowcount
