"""What a letter about a forum may still say at the moment it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.forums import access
from bot.rules.forums import Answer, Meeting
from bot.texts import words
from storage import forums, invited, series
from storage.forums import CANCELLED, Forum
from storage.invited import Seen

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
class Repeats:
    """A series: its rhythm, how many, the first and the last, in the zone of the host."""

    rhythm: str
    times: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A forum for a letter, and what the person has answered so far.

    `later`: the same befell so many of its series that follow.
    """

    id: int
    meeting: Meeting
    answer: Answer
    reason: str
    sequence: int
    later: int = 0
    repeats: Repeats | None = None


def told(
    session: Session, what: str, employee_id: int, facts: Mapping[str, Any], now: datetime
) -> Told | None:
    """What to tell this person, or None when it is no longer owed."""
    seen = invited.seen(session, int(facts["forum"]), employee_id)
    if seen is None or seen.invitation is None or seen.forum.starts_at is None:
        return None
    if what == "cancelled":
        return _told(session, seen, what, facts) if seen.forum.state == CANCELLED else None
    still = (
        seen.forum.state == forums.OPEN
        and seen.forum.starts_at > now
        and (what == "promoted" or seen.forum.sequence == facts["sequence"])
        and Answer(seen.invitation.answer) in OWED[what]
    )
    return _told(session, seen, what, facts) if still else None


def _told(session: Session, seen: Seen, what: str, facts: Mapping[str, Any]) -> Told:
    assert seen.invitation is not None
    return Told(
        id=seen.forum.id or 0,
        meeting=access.meeting(seen.forum, words.addressed(seen.host, seen.host_sex)),
        answer=Answer(seen.invitation.answer),
        reason=seen.forum.reason or "",
        sequence=seen.forum.sequence,
        later=int(facts.get("later", 0)),
        repeats=_repeats(session, seen.forum) if what == "invited" else None,
    )


def _repeats(session: Session, forum: Forum) -> Repeats | None:
    if forum.series_id is None:
        return None
    days = [
        one.starts_at.astimezone(ZoneInfo(forum.zone))
        for one in series.occurrences(session, forum.series_id)
        if one.state == forums.OPEN and one.starts_at is not None
    ]
    return Repeats(forum.rhythm, len(days), days[0], days[-1])
