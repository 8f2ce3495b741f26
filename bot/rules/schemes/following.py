"""Whether a sound scheme may follow the newest one, and from when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.rules.periods import clashes
from bot.rules.quarters import Quarter
from bot.rules.schemes.calendar import Milestones, period_of
from bot.rules.schemes.differences import differences
from bot.rules.schemes.fault import ChangeFault
from bot.rules.schemes.shape import Scheme


def earliest(today: date, begun: Iterable[Quarter]) -> date:
    """The first day of the first quarter that has not begun, by its date or by its period."""
    newest = max([Quarter.of(today), *begun])
    return newest.next.first_day


def change_faults(
    change: Scheme,
    newest: Scheme,
    earliest_day: date,
    periods: Iterable[tuple[Quarter, Milestones]],
) -> Iterator[tuple[ChangeFault, str, str]]:
    """Each fault with its field and what is expected or stands in the way.

    `periods` are those that keep their scheme. A period that has begun never changes it.
    """
    day = change.in_force_from
    if change.key != newest.key:
        yield ChangeFault.OTHER_KEY, "key", newest.key
    if change.version != newest.version + 1:
        yield ChangeFault.VERSION_USED, "version", str(newest.version + 1)
    if not differences(newest, change) and day == newest.in_force_from:
        yield ChangeFault.NOTHING_NEW, "", ""
    if day != Quarter.of(day).first_day:
        yield ChangeFault.NOT_A_QUARTER, "in_force_from", day.isoformat()
    elif day < earliest_day:
        yield ChangeFault.TOO_EARLY, "in_force_from", earliest_day.isoformat()
    elif day < newest.in_force_from:
        yield ChangeFault.BEFORE_NEWEST, "in_force_from", newest.in_force_from.isoformat()
    else:
        first = Quarter.of(day)
        others = [(quarter, days) for quarter, days in periods if quarter < first]
        beside = clashes(first, period_of(first, change.calendar), others)
        if beside:
            named = ", ".join(f"TW {quarter.roman} {quarter.year}" for quarter in beside)
            yield ChangeFault.CLASHES, "calendar", named
