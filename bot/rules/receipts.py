"""The working days in which a result can be received."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.rules.workdays import LONGEST_SEARCH, WorkCalendar


def at_work(
    calendar: WorkCalendar, away: Iterable[tuple[date, date]], since: date
) -> WorkCalendar:
    """The calendar of one person: days of leave, both ends included, count as days off.

    So a result does not count as received while its person is away. Right from `since` on, for
    as far as the search for a working day goes.
    """
    end = since + timedelta(LONGEST_SEARCH + 1)
    off = {
        since + timedelta(number)
        for first, last in away
        for number in range(max(0, (first - since).days), (min(last, end) - since).days + 1)
    }
    return replace(calendar, holidays=calendar.holidays | off)
