"""How people get in: how long codes and claims last, what of a name is shown, who must wait."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.rules.people import strip_titles

CODE_BYTES = 16  # 128 random bits, written as 22 characters
CODE_LASTS = timedelta(hours=72)
CLAIM_LASTS = timedelta(hours=72)
DECIDERS_WAIT = timedelta(hours=24)
DENIAL_LASTS = timedelta(days=7)

_CODE = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])")


def find_code(text: str) -> str | None:
    """The code in `/start CODE`, in a whole link, or alone."""
    found = _CODE.findall(text[:500])
    return found[-1] if found else None


def masked_name(name: str) -> str:
    """`S*** L******`: enough to recognise oneself, no more."""
    return " ".join(word[0] + "*" * (len(word) - 1) for word in strip_titles(name).split())


def active_from(now: datetime, *, changes: bool, decides: bool) -> datetime | None:
    """When a proven claim takes effect; None: at once. Deciding roles wait when they move."""
    return now + DECIDERS_WAIT if changes and decides else None
