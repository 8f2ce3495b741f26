"""Quiet hours a person may choose."""

from __future__ import annotations

import re
from datetime import time

WORK = (time(7, 30), time(17, 0))
LEAST_MINUTES = 4 * 60
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})(?:[.:](\d{2}))?(?![\d:]|\.\d)")


def read_hours(text: str) -> tuple[time, time] | None:
    """`17.00-07.30`, `20:00 sampai 6`: two times of day; None when there are not exactly two."""
    found = [(int(hour), int(minute or 0)) for hour, minute in _CLOCK.findall(text)]
    if len(found) != 2 or any(hour > 23 or minute > 59 for hour, minute in found):
        return None
    (start, end) = (time(hour, minute) for hour, minute in found)
    return start, end


def leaves_time(start: time, end: time) -> bool:
    """Whether at least four of the working hours (07.30 to 17.00) stay welcome."""
    spans = [(start, end)] if start <= end else [(start, time.max), (time.min, end)]
    first, last = map(_minutes, WORK)
    quiet = sum(
        max(0, min(_minutes(until), last) - max(_minutes(since), first)) for since, until in spans
    )
    return last - first - quiet >= LEAST_MINUTES


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
