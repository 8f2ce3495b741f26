"""What the database and the sandbox's ledger say about letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from storage import outbox
from storage.database import Database
from storage.outbox import Letter, State
from tests.crash.life import Life
from tests.crash.people import FIRST

DIGEST = "reminders.digest"
OVER = (State.SENT, State.UNKNOWN, State.DROPPED)


def all_letters(database: Database, template: str = DIGEST) -> Sequence[Letter]:
    with database.transaction(reading=True) as session:
        return session.exec(select(Letter).where(Letter.template == template)).all()


def nothing_due(database: Database, now: datetime) -> bool:
    with database.transaction(reading=True) as session:
        return not outbox.due(session, now)


def nothing_open(database: Database) -> bool:
    with database.transaction(reading=True) as session:
        open_ = col(Letter.state).not_in(OVER)
        return session.exec(select(Letter.id).where(open_).limit(1)).first() is None


def arrived(one: Life, words: str = "") -> dict[int, list[str]]:
    """Texts with these words that came to a phone, by the employee's number."""
    shown: dict[int, list[str]] = defaultdict(list)
    for call in one.accepted():
        if words in call.params["text"]:
            shown[int(call.params["chat_id"]) - FIRST + 1].append(call.params["text"])
    return shown


def listed(database: Database) -> set[int]:
    """Employees on HR's list of those to be called."""
    with database.transaction(reading=True) as session:
        return {row.employee_id for row in outbox.unconfirmed(session)}
