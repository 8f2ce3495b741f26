"""Reading a day or a moment that somebody typed; the answer is always echoed."""

import re
import warnings
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import cache

from dateparser.date import DateDataParser

from bot.rules.phrases import Ambiguous, Doubt, Phrase, Prefer, normalise
from bot.rules.phrases.words import MONTHS, WEEKDAYS, spelled

YEARS_BACK, YEARS_AHEAD = 100, 20
LONGEST = 200
_KNOWN_WORDS = frozenset({*MONTHS, *WEEKDAYS, "minggu", "jam", "tanggal"})


class Trouble(StrEnum):
    NOT_UNDERSTOOD = "not_understood"
    WHICH_DAY = "which_day"


@dataclass(frozen=True, slots=True)
class Understood:
    """A moment in the zone of the question; midnight and no `has_time` when no time was said."""

    moment: datetime
    has_time: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing was guessed: `choices`, the likelier first, are what it may have meant."""

    reason: Doubt | Trouble
    choices: tuple[Understood, ...] = ()


def read_moment(text: str, now: datetime, prefer: Prefer = Prefer.FUTURE) -> Understood | Unclear:
    """What `text` means for a person whose clock shows `now` (aware, in the person's zone).

    `prefer` decides open years, months and weeks, and the day of a bare time. A day that was said
    in full may lie on either side of now. ValueError when `now` is naive.
    """
    if now.tzinfo is None:
        raise ValueError("the moment must know its zone")
    try:
        return _read(text, now, prefer)
    except OverflowError:  # a zone carries the first or last day of the calendar over its edge
        return Unclear(Trouble.NOT_UNDERSTOOD)


def read_day(text: str, now: datetime, prefer: Prefer = Prefer.FUTURE) -> date | None:
    """The day that was typed, with or without a time; None where it may be another one.

    Of a long text the first 200 characters are read. ValueError as from `read_moment`.
    """
    meant = read_moment(text[:LONGEST], now, prefer)
    return meant.moment.date() if isinstance(meant, Understood) else None


def _read(text: str, now: datetime, prefer: Prefer) -> Understood | Unclear:
    match normalise(text, now.date(), prefer):
        case None:
            return _by_library(text, now, prefer)
        case Ambiguous(doubt, phrases):
            return Unclear(doubt, tuple(_resolved(phrase, now, prefer) for phrase in phrases))
        case Phrase(span=(first, last)):
            ends = tuple(
                Understood(_at(day, time.min, now.tzinfo), False) for day in (first, last)
            )
            return Unclear(Trouble.WHICH_DAY, ends)
        case phrase:
            return _resolved(phrase, now, prefer)


def _resolved(phrase: Phrase, now: datetime, prefer: Prefer) -> Understood:
    if phrase.after is not None:
        there = (now.astimezone(UTC) + phrase.after).astimezone(now.tzinfo)
        return Understood(there.replace(second=0, microsecond=0), True)
    zone = timezone(phrase.zone.offset) if phrase.zone else now.tzinfo
    if phrase.day and phrase.at is None:
        return Understood(_at(phrase.day, time.min, zone), False)
    day, at = phrase.day or now.astimezone(zone).date(), phrase.at or time.min
    moment = _at(day, at, zone)
    if phrase.day is None:
        moment = _nearest(moment, now, prefer)
    return Understood(moment.astimezone(now.tzinfo), True)


def _nearest(moment: datetime, now: datetime, prefer: Prefer) -> datetime:
    if prefer is Prefer.FUTURE and moment <= now:
        return moment + timedelta(1)
    return moment - timedelta(1) if prefer is Prefer.PAST and moment > now else moment


def _at(day: date, at: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, at, zone)


def _by_library(text: str, now: datetime, prefer: Prefer) -> Understood | Unclear:
    """Full dates in orders that the phrases do not know; relative ones are never left to it."""
    words = spelled(text)
    if len(words) > 60 or not set(re.findall(r"[^\W\d_]+", words)) <= _KNOWN_WORDS:
        return Unclear(Trouble.NOT_UNDERSTOOD)
    with warnings.catch_warnings():
        # Python 3.13 and later warn about a form that the library uses for single numbers
        warnings.filterwarnings("ignore", "Parsing dates involving a day of month")
        read = _library(prefer).get_date_data(text)
    found = read.date_obj
    has_time = read.period == "time"
    if found is None or ("jam" in words.split()) > has_time:
        return Unclear(Trouble.NOT_UNDERSTOOD)
    if not _accounts_for(found, has_time, words, now):
        return Unclear(Trouble.NOT_UNDERSTOOD)
    return Understood(found.replace(microsecond=0, tzinfo=now.tzinfo), has_time)


def _accounts_for(found: datetime, has_time: bool, words: str, now: datetime) -> bool:
    """Every number and weekday typed stands in what was found: nothing dropped, nothing bent."""
    year = str(found.year)
    parts = [str(found.day), year if year in words else f"{found.year % 100}"]
    parts += [str(n) for n in (found.hour, found.minute, found.second)] if has_time else []
    typed = Counter(number.lstrip("0") or "0" for number in re.findall(r"\d+", words))
    by_name = any(month in words for month in MONTHS)
    parts += [] if by_name else [str(found.month)]
    named = by_name or year in words
    near = -YEARS_BACK <= found.year - now.year <= YEARS_AHEAD
    weekdays = [name for name in WEEKDAYS if name in words.replace("minggu", "ahad").split()]
    agrees = weekdays in ([], [WEEKDAYS[found.weekday()]])
    return named and near and agrees and typed <= Counter(parts)


@cache
def _library(prefer: Prefer) -> DateDataParser:
    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": prefer.value,
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RETURN_TIME_AS_PERIOD": True,
    }
    return DateDataParser(languages=["id"], settings=settings)
