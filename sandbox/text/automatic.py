"""Entities that the service adds by itself: commands, links, names, tags, numbers, mail."""

import re

from sandbox.model import Json
from sandbox.text.links import ADDRESS
from sandbox.text.units import units

PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("bot_command", "/", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("email", "@", re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?!\w)")),
    ("url", ".:", ADDRESS),
    ("mention", "@", re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}(?!\w)")),
    ("hashtag", "#", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}(?!\w)")),
    ("cashtag", "$", re.compile(r"(?<![\w$])\$[A-Z]{3,8}(?!\w)")),
    ("phone_number", "+", re.compile(r"(?<![\w+])\+\d[\d \-]{6,16}\d(?!\w)")),
)
CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def automatic(text: str, entities: list[Json]) -> list[Json]:
    """What the service would find in a text, outside code and links, without overlaps."""
    found: list[Json] = []
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in CLOSED]
    plain = text.isascii()
    for kind, hints, pattern in PATTERNS:
        if not any(hint in text for hint in hints):
            continue
        for match in pattern.finditer(text):
            words = match.group().rstrip(".,:;!?") if kind == "url" else match.group()
            offset = match.start() if plain else units(text[: match.start()])
            end = offset + units(words)
            if any(offset < other_end and begin < end for begin, other_end in taken):
                continue
            taken.append((offset, end))
            found.append({"type": kind, "offset": offset, "length": end - offset})
    return found
