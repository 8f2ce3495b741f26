"""What came before an achievement was sent once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.me import Me
from storage import employees, turns
from storage.turns import AchievementTurn


@dataclass(frozen=True, slots=True)
class Returned:
    """When and by whom it was returned last; `note` only for who wrote it."""

    at: datetime
    by: str
    mine: bool
    note: str


def returned_before(session: Session, me: Me, turn: AchievementTurn) -> Returned | None:
    """The last return before this turn; None when it was never returned."""
    earlier = turns.returned_before(session, turn)
    if earlier is None or earlier.decided_at is None or earlier.decided_by is None:
        return None
    mine, by = earlier.decided_by == me.employee_id, employees.get(session, earlier.decided_by)
    said = turns.opinion(session, earlier.id or 0, me.employee_id) if mine else None
    name = by.name if by else ""
    return Returned(earlier.decided_at.astimezone(me.zone), name, mine, said.note if said else "")
