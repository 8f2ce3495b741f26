"""When a decision is sent again because nobody knows whether it arrived."""

from __future__ import annotations

from datetime import datetime, timedelta

DELAYS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
AFTERWARDS = timedelta(hours=1)
GIVE_UP = timedelta(hours=24)
STUMBLES = 3


def next_repeat(unknown: int, first: datetime, now: datetime) -> datetime | None:
    """The moment of the next copy after `unknown` attempts of unknown end, the first at `first`.

    None when a day has passed: then a person calls.
    """
    delay = DELAYS[unknown - 1] if 0 < unknown <= len(DELAYS) else AFTERWARDS
    again = now + delay
    return again if again - first <= GIVE_UP else None
