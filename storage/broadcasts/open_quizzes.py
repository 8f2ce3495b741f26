"""Quizzes that a person was sent and has not answered, for every /menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from bot.rules.broadcasts import State
from storage.broadcasts.tables import Broadcast, BroadcastReader
from storage.kept import once
from storage.prepared import Prepared

OPEN: Any = (
    select_columns(col(Broadcast.id), col(Broadcast.text), col(Broadcast.quiz_until))
    .join(BroadcastReader, col(BroadcastReader.broadcast_id) == col(Broadcast.id))
    .where(
        col(BroadcastReader.employee_id) == bindparam("reader"),
        col(BroadcastReader.letter_id).is_not(None),
        col(BroadcastReader.finished) == 0,
        col(Broadcast.mark) > 0,
        col(Broadcast.state).in_((State.SENDING, State.SENT)),
        or_(col(Broadcast.quiz_until).is_(None), col(Broadcast.quiz_until) >= bindparam("today")),
    )
    .order_by(col(Broadcast.id))
)
_OPEN = Prepared(OPEN)


@once("broadcast", "broadcastreader")
def unanswered(session: Session, employee_id: int, today: date) -> Sequence[tuple[Any, ...]]:
    """Number, text, last day of each, oldest first; `today` is the day of the office."""
    return [tuple(row) for row in _OPEN.all(session, reader=employee_id, today=today)]
