"""Short codes by which a person carries an entry's seal to another place."""

from __future__ import annotations

import base64
import re

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("OIL", "011")
HASHED, GROUP = 15, 4
STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
TYPED = re.compile(r"\s*(\d{1,18})[\s\-–—.]+([0-9A-Z\s\-–—.]+)", re.IGNORECASE)
NOISE = re.compile(r"[\s\-–—.]")


class BadCode(ValueError):
    """Not a code, or mistyped."""


def code_of(number: int, mac: bytes) -> str:
    """`10482-7KQ2-M9XD-4TRW-0HZB`: the entry's number, 75 bits of its seal, a check letter.

    Letters that look like digits are not used. Finding another history with the same code
    takes 2^75 tries even for whoever holds the key.
    """
    hashed = base64.b32encode(mac[:10]).decode().translate(_TO_OURS)[:HASHED]
    whole = hashed + _check(number, hashed)
    groups = [whole[at : at + GROUP] for at in range(0, len(whole), GROUP)]
    return "-".join([str(number), *groups])


def read_code(typed: str) -> tuple[int, str]:
    """The entry's number and the code as `code_of` writes it, however it was typed.

    Raises BadCode when it cannot be one: any single wrong letter or digit is noticed.
    """
    found = TYPED.fullmatch(typed)
    if found is None:
        raise BadCode
    number, rest = int(found[1]), NOISE.sub("", found[2]).upper().translate(LOOKALIKES)
    if len(rest) != HASHED + 1 or not set(rest) <= set(LETTERS):
        raise BadCode
    if _check(number, rest[:-1]) != rest[-1]:
        raise BadCode
    groups = [rest[at : at + GROUP] for at in range(0, len(rest), GROUP)]
    return number, "-".join([str(number), *groups])


_TO_OURS = str.maketrans(STANDARD, LETTERS)


def _check(number: int, hashed: str) -> str:
    """Luhn's check letter, for 32 letters instead of ten digits."""
    total = 0
    for place, letter in enumerate(reversed(f"{number}{hashed}")):
        value = LETTERS.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return LETTERS[-total % 32]
