"""Putting a phrase together: distance, time and day."""

import re
from datetime import date, timedelta
from itertools import product

from bot.rules.phrases.dates import calendar_days
from bot.rules.phrases.days import Days, relative_days
from bot.rules.phrases.meaning import Ambiguous, Doubt, Phrase, Prefer
from bot.rules.phrases.times import Found, Said, find_time
from bot.rules.phrases.words import spelled

LONGEST = 80
_DISTANCE = re.compile(
    r"(?P<dalam>dalam )?(?:(?P<hours>\d{1,3}|setengah|1/2) jam)?(?: ?(?P<minutes>\d{1,4}) menit)?"
    r"(?P<end> lagi| lalu)?"
)


def normalise(text: str, today: date, prefer: Prefer = Prefer.FUTURE) -> Phrase | Ambiguous | None:
    """What an everyday Indonesian phrase for a day or a time means; None when it is not known.

    Every word must be understood, so nothing is dropped in silence. Day stands before month.
    `prefer` decides what an open year, month or week means; two likely meanings are both given.
    """
    words = spelled(text)
    if not words or len(text) > LONGEST:
        return None
    try:
        return _distance(words) or _together(words, today, prefer)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _distance(words: str) -> Phrase | None:
    if words == "sekarang":
        return Phrase(after=timedelta())
    found = _DISTANCE.fullmatch(words)
    if not found or not (found["hours"] or found["minutes"]):
        return None
    if not (found["dalam"] or found["end"]):
        return None
    half = found["hours"] in ("setengah", "1/2")
    hours = timedelta(minutes=30) if half else timedelta(hours=int(found["hours"] or 0))
    after = hours + timedelta(minutes=int(found["minutes"] or 0))
    return Phrase(after=-after if (found["end"] or "").strip() == "lalu" else after)


def _together(words: str, today: date, prefer: Prefer) -> Phrase | Ambiguous | None:
    time = find_time(words)
    rest = " ".join(time.rest.split()) if time else words
    if time and not rest:
        return _open_day(time)
    if time and rest in ("minggu", "minggu ini"):
        rest = rest.replace("minggu", "ahad")
    read = relative_days(rest, today, prefer) or calendar_days(rest, today, prefer)
    if read is None or (time and not time.times) or (time and read.span):
        return None
    if read.span:
        return Phrase(span=read.span, quarter=read.quarter)
    return _crossed(read, time)


def _crossed(read: Days, time: Found | None) -> Phrase | Ambiguous:
    times: tuple[Said | None, ...] = time.times if time else (None,)
    choices = [_phrase(day, said) for day, said in product(read.days, times)]
    return _one_or_ask(choices, read.doubt or (time.doubt if time else None))


def _open_day(time: Found) -> Phrase | Ambiguous | None:
    """A midnight of an open day is simply the next one."""
    choices = list(dict.fromkeys(Phrase(at=said.at, zone=said.zone) for said in time.times))
    return _one_or_ask(choices, time.doubt) if choices else None


def _phrase(day: date, said: Said | None) -> Phrase:
    if said is None:
        return Phrase(day=day)
    return Phrase(day=day + timedelta(said.later), at=said.at, zone=said.zone)


def _one_or_ask(choices: list[Phrase], doubt: Doubt | None) -> Phrase | Ambiguous:
    if len(choices) == 1 or doubt is None:
        return choices[0]
    return Ambiguous(doubt, tuple(choices))
