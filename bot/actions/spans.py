"""A span of days as people type it: `1 sampai 5 September 2026`, `12/9/2026 - 14/9/2026`.

Also in English: `1 to 5 September 2026`.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.actions.dates import Understood, read_moment

_BETWEEN = (
    r"\s*(?:\bsampai(?:\s+dengan)?\b|\bhingga\b|\bs\s*[./]\s*d\b\.?|\bsd\b|–|—|\s-\s"
    r"|\b(?:to|until|till|through)\b)\s*"
)
_UNTIL = re.compile(_BETWEEN)
_BARE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_FROM = re.compile(r"(?:from|dari|mulai)\s+")
_MONTH_FIRST = re.compile(
    rf"(?P<month>[a-z]{{3,}})\s+(?P<first>\d{{1,2}}){_BETWEEN}"
    r"(?P<last>\d{1,2}),?(?P<year>\s+\d{4})?"
)


def read_span(text: str, now: datetime) -> tuple[date, date] | None:
    """First and last day; one day is both. None when it is not understood or runs backwards."""
    if len(text) > 200:
        return None
    said = text.strip().lower()
    if from_ := _FROM.match(said):
        said = said[from_.end() :]
    if found := _MONTH_FIRST.fullmatch(said):  # `September 1 to 5, 2026`
        said = f"{found['first']} to {found['last']} {found['month']}{found['year'] or ''}"
    parts = _UNTIL.split(said)
    if not 1 <= len(parts) <= 2:
        return None
    last = _day(parts[-1], now)
    if last is None:
        return None
    first = _first(parts[0], last, now) if len(parts) == 2 else last
    return (first, last) if first is not None and first <= last else None


def _first(text: str, last: date, now: datetime) -> date | None:
    """`1` in `1 sampai 5 September` borrows its month; `30 Agustus` the year."""
    if (day := _BARE.fullmatch(text)) is not None:
        try:
            return last.replace(day=int(day[1]))
        except ValueError:
            return None
    return _day(f"{text} {last.year}", now) or _day(text, now)


def _day(text: str, now: datetime) -> date | None:
    meant = read_moment(text, now)
    return meant.moment.date() if isinstance(meant, Understood) and not meant.has_time else None


def packed(day: date) -> int:
    """`20260901`: a day as an argument of a place."""
    return day.year * 10_000 + day.month * 100 + day.day


def unpacked(number: int) -> date:
    """The day again. Raises ValueError."""
    return date(number // 10_000, number // 100 % 100, number % 100)
