"""Which months of a year somebody served: what angka kredit is counted for."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.quarters import Quarter
from bot.rules.years import Missing

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Serving:
    """From `joined` to `left`, both included, but for the spans of `leave` that do not count."""

    joined: date = date.min
    left: date = date.max
    leave: tuple[tuple[date, date], ...] = ()


def days(serving: Serving, first: date, last: date) -> int:
    """Days served from `first` to `last`, both included; leave that overlaps counts once."""
    first, last = max(first, serving.joined), min(last, serving.left)
    served, free_from = (last - first).days + 1, first
    for begins, ends in sorted(serving.leave):
        begins, ends = max(begins, free_from), min(ends, last)
        if begins <= ends:
            served -= (ends - begins).days + 1
            free_from = ends + _DAY
    return max(0, served)


def months(serving: Serving, quarter: Quarter) -> tuple[int, ...]:
    """The months of a quarter (1 to 12) in which at least half of the days were served.

    Peraturan BKN 3/2023 counts whole months; that half a month is one is this product's rule,
    in the spirit of the rounding half up of what they give.
    """
    first = quarter.first_day.month
    return tuple(month for month in range(first, first + 3) if _counts(serving, quarter, month))


def absence(serving: Serving, quarter: Quarter) -> Missing | None:
    """Why no day of a quarter was served; None where one was."""
    first, last = quarter.first_day, quarter.last_day
    if last < serving.joined or serving.left < first:
        return Missing.NOT_EMPLOYED
    return None if days(serving, first, last) else Missing.ON_LEAVE


def _counts(serving: Serving, quarter: Quarter, month: int) -> bool:
    length = monthrange(quarter.year, month)[1]
    first, last = date(quarter.year, month, 1), date(quarter.year, month, length)
    return 2 * days(serving, first, last) >= length
