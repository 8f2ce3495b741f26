"""What is typed about talks, tidied."""

from __future__ import annotations

from bot.actions.refusals import Refused
from bot.texts import talks as texts
from bot.texts import words

SHORTEST = 3


def tidy(text: str, limit: int) -> str:
    """Lines kept, spaces not. Raises Refused when there is too little or too much."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    said = "\n".join(line for line in lines if line)
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > limit:
        raise Refused(words.too_long(limit, len(said)), "too_long")
    return said
