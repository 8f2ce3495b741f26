"""Tells the courier of this process, after the commit, that new letters are there."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session as AnySession
from sqlmodel import Session

from storage.database import Database

MARK = "owes_letters"


def note(session: Session) -> None:
    """Remember that this transaction owes letters."""
    session.info[MARK] = True


def on_new(database: Database, wake: Callable[[], None]) -> Callable[[], None]:
    """Call `wake` on the committing thread after every commit with new letters; ends it."""

    def committed(session: AnySession) -> None:
        if session.get_bind() is database.engine and session.info.pop(MARK, False):
            wake()

    event.listen(AnySession, "after_commit", committed)
    return lambda: event.remove(AnySession, "after_commit", committed)
