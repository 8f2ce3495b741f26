"""A short mark of what a screen shows, so that its acts can tell whether that still is so."""

from __future__ import annotations

from hashlib import blake2b

LENGTH = 8  # bytes: who meets a mark by chance has changed what is shown some 10^19 times


def stamp(*shown: object) -> str:
    """The mark of these numbers, texts and tuples of them; alike for alike, never a number."""
    return "s" + blake2b(repr(shown).encode(), digest_size=LENGTH).hexdigest()


def still(seen: str, *shown: object) -> bool:
    """Whether a button that saw `seen` saw what is there now; one without a mark sees anything."""
    return not seen or seen == stamp(*shown)
