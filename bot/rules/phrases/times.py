"""The time in a phrase: `jam 9`, `13.30`, `jam 3 sore`, `setengah 9`, `besok pagi`."""

import re
from dataclasses import dataclass
from datetime import time

from bot.rules.phrases.meaning import Doubt, Zone

PARTS = {"dini": 5, "pagi": 8, "siang": 13, "sore": 16, "malam": 19}
_PART = "|".join(PARTS)
_ZONE = r"(?:\s+(?P<zone>wib|wita|wit))?"
_PART_BEHIND = rf"(?:\s+(?P<part>{_PART}))?"
_FORMS = (
    re.compile(rf"\bjam (?:1/2|setengah) (?P<half>\d{{1,2}})\b{_PART_BEHIND}{_ZONE}"),
    re.compile(
        rf"\bjam (?P<hour>\d{{1,2}}) (?P<sign>lewat|kurang) (?P<off>\d{{1,2}})(?: menit)?\b"
        rf"{_PART_BEHIND}{_ZONE}"
    ),
    re.compile(
        rf"\bjam (?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d)(?:[.:]00)?)?"
        rf"(?![\d/:-]|\.\d){_PART_BEHIND}{_ZONE}(?! (?:lagi|lalu))\b"
    ),
    re.compile(
        rf"(?<![\d./:-])(?P<hour>\d{{1,2}})[.:](?P<minute>[0-5]\d)(?:[.:]00)?(?![\d/:-]|\.\d)"
        rf"{_PART_BEHIND}{_ZONE}\b"
    ),
)
_PART_ALONE = re.compile(rf"\b({_PART})\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A time, and how many days later than the day said it lies."""

    at: time
    later: int = 0
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The times a phrase may mean (none: it names an impossible one) and the words left over."""

    times: tuple[Said, ...]
    rest: str
    doubt: Doubt | None = None


def find_time(words: str) -> Found | None:
    """The time said in `words` (already spelled); None when there is none."""
    for form in _FORMS:
        if found := form.search(words):
            rest = f"{words[: found.start()]} {words[found.end() :]}"
            return _read(found.groupdict(), rest)
    if found := _PART_ALONE.search(words):
        rest = f"{words[: found.start()]} {words[found.end() :]}"
        return Found((Said(time(PARTS[found[1]])),), rest)
    return None


def _read(said: dict[str, str | None], rest: str) -> Found:
    part = said["part"]
    if not part and (ahead := _PART_ALONE.search(rest)):
        part = ahead[1]
        rest = f"{rest[: ahead.start()]} {rest[ahead.end() :]}"
    if said.get("half"):
        hour, minute = int(said["half"] or 0) - 1, 30
        hour = 12 if hour == 0 else hour
    else:
        hour, minute = int(said["hour"] or 0), int(said.get("minute") or 0)
    if off := int(said.get("off") or 0):
        total = hour * 60 + minute + (off if said.get("sign") == "lewat" else -off)
        hour, minute = divmod(total, 60)
    clear = bool((said.get("hour") or "").startswith("0"))
    hours, doubt = _hours(hour, part, clear)
    zone = Zone(name) if (name := said.get("zone")) else None
    valid = minute < 60 and not (hour == 24 and minute)
    times = tuple(Said(time(h % 24, minute), later, zone) for h, later in hours) if valid else ()
    return Found(times, rest, doubt)


def _hours(hour: int, part: str | None, clear: bool) -> tuple[list[tuple[int, int]], Doubt | None]:
    """Hours of the day with the days they lie later; several mean a doubt, none is impossible."""
    if part is None:
        return _bare(hour, clear)
    fits = {
        "dini": {12: 0, **{h: h for h in range(6)}},
        "pagi": {h: h for h in range(1, 12)},
        "siang": {**{h: h for h in range(10, 16)}, **{h: h + 12 for h in range(1, 4)}},
        "sore": {**{h: h for h in range(14, 20)}, **{h: h + 12 for h in range(2, 8)}},
        "malam": {**{h: h for h in range(18, 24)}, **{h: h + 12 for h in range(6, 12)}},
    }[part]
    if hour in fits:
        return [(fits[hour], 0)], None
    if part == "malam" and (hour in (0, 12, 24) or 1 <= hour <= 4):
        early = hour if 1 <= hour <= 4 else 0
        return [(early, 1), (early, 0)], Doubt.WHICH_MIDNIGHT
    return [], None


def _bare(hour: int, clear: bool) -> tuple[list[tuple[int, int]], Doubt | None]:
    if 1 <= hour <= 6 and not clear:
        return [(hour + 12, 0), (hour, 0)], Doubt.MORNING_OR_AFTERNOON
    if hour == 24:
        return [(0, 1)], None
    return ([(hour, 0)] if hour < 24 else []), None
