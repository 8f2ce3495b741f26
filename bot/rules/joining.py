"""How people get in: how long codes and claims last, what of a name is shown, who must wait."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime, timedelta

from bot.rules.people import strip_titles

CODE_BYTES = 16  # 128 random bits, written as 22 characters
CODE_LASTS = timedelta(hours=72)
CLAIM_LASTS = timedelta(hours=72)
DECIDERS_WAIT = timedelta(hours=24)
DENIAL_LASTS = timedelta(days=7)
NUMBERS = range(1000, 10000)

_CODE = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])")


def find_code(text: str) -> str | None:
    """The code in `/start CODE`, in a whole link, or alone."""
    found = _CODE.findall(text[:500])
    return found[-1] if found else None


def masked_name(name: str) -> str:
    """`S*** L******`: enough to recognise oneself, no more."""
    return " ".join(word[0] + "*" * (len(word) - 1) for word in strip_titles(name).split())


def claim_number(key: bytes, account_id: int, claimed_at: datetime) -> str:
    """Four digits that only the phone behind this claim shows.

    Whoever approves hears them from the person, so that another one's claim is not taken for it.
    """
    about = f"{account_id}/{claimed_at.timestamp():.0f}".encode()
    drawn = int.from_bytes(hmac.digest(key, about, hashlib.sha256)[:8])
    return str(NUMBERS[drawn % len(NUMBERS)])


def fits(said: str, number: str) -> bool:
    """Whether this is the number, however it was spaced."""
    typed = "".join(said.split())
    return hmac.compare_digest(typed.encode(), number.encode())


def active_from(now: datetime, *, changes: bool, decides: bool) -> datetime | None:
    """When a proven claim takes effect; None: at once. Deciding roles wait when they move."""
    return now + DECIDERS_WAIT if changes and decides else None
