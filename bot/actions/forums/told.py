"""What a letter about a forum may still say at the moment it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions.forums import access
from bot.rules.forums import Answer, Meeting
from bot.texts import words
from storage import forums, guests
from storage.guests import Seen

STILL_OPEN = frozenset({Answer.COMING, Answer.NONE, Answer.WAITING, Answer.DECLINED})
# Whom each letter is still owed to, by what the person has answered meanwhile.
OWED = {
    "invited": frozenset({Answer.NONE}),
    "moved": STILL_OPEN,
    "promoted": frozenset({Answer.COMING}),
    "day": frozenset({Answer.COMING, Answer.NONE}),
    "hour": frozenset({Answer.COMING}),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A forum for a letter, and what the person has answered so far."""

    id: int
    meeting: Meeting
    answer: Answer
    reason: str
    sequence: int


def told(
    session: Session, what: str, employee_id: int, facts: Mapping[str, Any], now: datetime
) -> Told | None:
    """What to tell this person, or None when it is no longer owed."""
    seen = guests.seen(session, int(facts["forum"]), employee_id)
    if seen is None or seen.invitation is None or seen.forum.starts_at is None:
        return None
    if what == "cancelled":
        return _told(seen) if seen.forum.state == forums.CANCELLED else None
    still = (
        seen.forum.state == forums.OPEN
        and seen.forum.starts_at > now
        and (what == "promoted" or seen.forum.sequence == facts["sequence"])
        and Answer(seen.invitation.answer) in OWED[what]
    )
    return _told(seen) if still else None


def _told(seen: Seen) -> Told:
    assert seen.invitation is not None
    return Told(
        id=seen.forum.id or 0,
        meeting=access.meeting(seen.forum, words.addressed(seen.host, seen.host_sex)),
        answer=Answer(seen.invitation.answer),
        reason=seen.forum.reason or "",
        sequence=seen.forum.sequence,
    )
