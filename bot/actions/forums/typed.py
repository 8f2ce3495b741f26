"""What hosts type, read and checked; every refusal says what to type instead."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.dates import Unclear, Understood, read_moment
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Fault, ForumKind
from bot.texts import forums as texts
from bot.texts import words
from bot.texts.language import on_paper

# Signs that turn the direction of a line around, or take no room at all.
_HIDDEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def tidy(text: str, limit: int) -> str:
    """The text on one line, without hidden signs. Raises Refused when empty or too long."""
    plain = " ".join(_HIDDEN.sub("", unicodedata.normalize("NFC", text)).split())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cc", "Co", "Cs"))
    if not plain:
        raise Refused(texts.say_something(), "empty")
    if len(plain) > limit:
        raise Refused(words.too_long(limit, len(plain)), "too_long")
    return plain


def paragraphs(text: str, limit: int) -> str:
    """The text with its lines, none of them with hidden signs. Raises Refused as `tidy`."""
    lines = [tidy(line, len(line) + 1) if line.strip() else "" for line in text.splitlines()]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not whole:
        raise Refused(texts.say_something(), "empty")
    if len(whole) > limit:
        raise Refused(words.too_long(limit, len(whole)), "too_long")
    return whole


def kind(text: str) -> str:
    """A kind of forum by its name, in Indonesian or as it is shown. Raises Refused."""
    said = " ".join(text.lower().split())
    names = {one: {texts.kind(one), on_paper(texts.kind)(one)} for one in ForumKind}
    found = next((one for one in ForumKind if said in map(str.lower, names[one])), None)
    if found is None:
        raise Refused(words.choose_button(), "not_a_kind")
    return found.value


def minutes(text: str, starts: datetime | None) -> int:
    """A length in minutes. Raises Refused."""
    length = rules.parse_minutes(text, starts)
    if length is None or not rules.fits_length(length):
        raise Refused(texts.bad_length(), "bad_length")
    return length


def seats(text: str) -> int:
    """A number of seats. Raises Refused."""
    number = rules.parse_seats(text)
    if number is None:
        raise Refused(texts.bad_capacity(rules.MOST_SEATS), "bad_capacity")
    return number


def start(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """When a forum starts, in the zone of its host; still to be echoed. Raises Refused."""
    match read_moment(text, now.astimezone(zone)):
        case Understood(moment, has_time=True):
            check_start(moment, now)
            return moment
        case Understood(moment):
            raise Refused(texts.what_time(moment), "no_time")
        case Unclear(choices=choices) if choices:
            raise Refused(texts.which_moment([one.moment for one in choices]), "ambiguous")
        case _:
            raise Refused(texts.bad_start(), "not_a_moment")


def check_start(moment: datetime, now: datetime) -> None:
    """Raise Refused when nothing can start then."""
    match rules.fault_of(moment, now):
        case Fault.PAST:
            raise Refused(texts.past(moment, now), "past")
        case Fault.FAR:
            raise Refused(texts.too_far(moment), "far")
