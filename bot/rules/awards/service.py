"""Years of unbroken service: when Satyalancana Karya Satya falls due, and what starts it anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

STEPS = (10, 20, 30)
"""Satyalancana Karya Satya X, XX and XXX."""
_DAY = timedelta(days=1)


class NoteKind(StrEnum):
    """What HR notes of somebody's service."""

    BREAK = "break"  # leave outside state funds, or whatever else interrupted it
    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"
    MEDAL_10 = "medal_10"  # received before; `since` is the day of the decree
    MEDAL_20 = "medal_20"
    MEDAL_30 = "medal_30"


PENALTIES = (NoteKind.LIGHT, NoteKind.MEDIUM, NoteKind.HEAVY)
MEDALS = {NoteKind.MEDAL_10: 10, NoteKind.MEDAL_20: 20, NoteKind.MEDAL_30: 30}
ANEW = frozenset({NoteKind.BREAK, NoteKind.MEDIUM, NoteKind.HEAVY})
"""After these the years count from the beginning; a light penalty does not break them."""


@dataclass(frozen=True, slots=True)
class Noted:
    """`until` is the last day."""

    kind: NoteKind
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Service:
    """`counted_from` is the first day that counts, later than `started` after what broke it.

    `due` is the step that may be proposed now (None: nothing is), `received` the highest one had;
    `following` and its day are the next one, None after the last.
    """

    started: date
    counted_from: date
    broken_by: NoteKind | None
    years: int
    received: int
    due: int | None
    due_since: date | None
    following: int | None
    following_on: date | None


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def service(started: date, notes: Iterable[Noted], today: date) -> Service:
    """Where somebody stands who began as CPNS on `started`.

    UU 20/2009, PP 35/2010: at least 10, 20, 30 years without a break from CPNS to the month of
    the proposal, without a medium or heavy penalty in that time. So after the last of these the
    count begins anew on the day after it ended. The highest step reached is due, also when a lower
    one was missed; one that was received is not due again.
    """
    counted_from, broken_by, received = started, None, 0
    for one in notes:
        received = max(received, MEDALS.get(one.kind, 0))
        if one.kind in ANEW and one.until >= counted_from:
            counted_from, broken_by = one.until + _DAY, one.kind
    reached = [step for step in STEPS if years_later(counted_from, step) <= today]
    due = max((step for step in reached if step > received), default=None)
    following = min((step for step in STEPS if step not in reached and step > received), default=0)
    return Service(
        started=started,
        counted_from=counted_from,
        broken_by=broken_by,
        years=_whole_years(counted_from, today),
        received=received,
        due=due,
        due_since=years_later(counted_from, due) if due else None,
        following=following or None,
        following_on=years_later(counted_from, following) if following else None,
    )


def is_watched(one: Service, today: date) -> bool:
    """Whether it is due, or will be within a year, so that papers can be gathered in time."""
    soon = one.following_on is not None and one.following_on <= years_later(today, 1)
    return one.due is not None or soon


def _whole_years(since: date, today: date) -> int:
    if today < since:
        return 0
    years = today.year - since.year
    return years if years_later(since, years) <= today else years - 1
