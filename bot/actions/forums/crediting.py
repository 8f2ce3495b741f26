"""Hours of learning for whoever was there, once a forum is over; 1 JP is 45 minutes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.trainings import hours
from bot.rules import forums as rules
from storage import forum_hours

CHUNK = 200
SOURCE = "forum"


def credit(session: Session, now: datetime) -> bool:
    """Credit everybody noted as there, a chunk at a time; True while there is more to do.

    Whom the host notes within the week after is credited then.
    """
    since, until = now - rules.CREDITED_WITHIN, now - rules.DOORS_CLOSE
    found = forum_hours.uncredited(session, SOURCE, tuple(rules.WAYS), since, until, CHUNK)
    for one in found:
        hours.credit(
            session, SOURCE, one.forum_id, one.employee_id, title=one.topic, minutes=one.minutes,
            way=rules.WAYS[rules.ForumKind(one.kind)],
            ended_on=one.ends_at.astimezone(ZoneInfo(one.zone)).date(), now=now, by=one.noted_by,
        )  # fmt: skip
    return len(found) == CHUNK
