"""What the watch asks the database, in two small statements."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from storage import audit, outbox, replays


class Known(NamedTuple):
    oldest_letter: timedelta
    anchored: date | None
    today: date
    disagreeing: str


def known(session: Session, now: datetime) -> Known:
    """`now` is the office's time."""
    oldest = outbox.oldest_due(session, now)
    age = now - oldest if oldest else timedelta()
    walked = replays.last(session)
    wrong = walked.which if walked else ""
    return Known(age, audit.newest_day(session), now.date(), wrong)
