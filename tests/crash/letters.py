"""What the database and the sandbox's ledger say about letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from storage import outbox, reminders
from storage.database import Database
from storage.outbox import Letter, State
from storage.reminders import Look
from tests.crash.life import Life
from tests.crash.people import FIRST

DIGEST = "reminders.digest"
ZONE = "Asia/Jakarta"
OVER = (State.SENT, State.UNKNOWN, State.DROPPED)


def morning(day: int, month: int = 12) -> datetime:
    """Five past eight in Jakarta. Reports of the fourth quarter may be sent from October on."""
    return datetime(2026, month, day, 1, 5, tzinfo=UTC)


OPENING = morning(1, 10)


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


def planned(database: Database, now: datetime) -> bool:
    """Whether the bot has asked at this moment who is to be told what, and owes the letters."""
    with database.transaction(reading=True) as session:
        looking = reminders.to_look_at(session, ZONE, now.astimezone(ZoneInfo(ZONE)).date(), 1)
        asked = session.exec(select(Look).limit(1)).first()
        return asked is not None and not looking and not reminders.to_digest(session, now, 1)


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
