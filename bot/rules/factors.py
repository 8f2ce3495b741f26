"""The second factor: what was typed, which step it proves, how long a proof and a pause last.

One-time passwords after RFC 6238: six digits, a new one every 30 seconds (a step).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

STEP = 30
SKEW = 1  # steps that a phone's clock may be off
PROOF_LASTS = timedelta(hours=12)
FRESH = timedelta(minutes=5)  # for what would hand the second factor itself over
NEW_LASTS = timedelta(minutes=30)
RESET_WAIT = timedelta(hours=24)

RECOVERY_CODES = 10
RECOVERY_LENGTH = 10
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: 50 bits a code

FREE_TRIES = 5
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))

BLOT = "[kode]"

_SHOWN = re.compile(
    r"\b(?:[A-Z2-7]{4}[ +]?){7}[A-Z2-7]{4}\b"  # a key, as authenticators take it
    f"|\\b[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}\\b"
)
_DIGITS = re.compile(r"[0-9]{6}")
_RECOVERY = re.compile(f"[{ALPHABET}]{{{RECOVERY_LENGTH}}}")
_LOOKALIKE = str.maketrans("OIL", "011")
_LETTERS = re.compile("[A-Za-z]")


def step_of(now: datetime) -> int:
    """The number of the step in which this moment lies."""
    return int(now.timestamp()) // STEP


def steps_around(now: datetime) -> range:
    """The steps whose codes are taken now."""
    step = step_of(now)
    return range(step - SKEW, step + SKEW + 1)


def read_code(typed: str) -> str | None:
    """Six digits, however grouped; None for anything else."""
    bare = re.sub(r"[\s.\-]", "", typed[:40])
    return bare if _DIGITS.fullmatch(bare) else None


def read_recovery(typed: str) -> str | None:
    """A recovery code as it is stored, however grouped and spelt; None for anything else."""
    bare = re.sub(r"[\s.\-]", "", typed[:40]).upper().translate(_LOOKALIKE)
    return bare if _RECOVERY.fullmatch(bare) else None


def is_secret(typed: str) -> bool:
    """Whether a text looks like a code of either kind; ten mere digits are a telephone number."""
    recovery = read_recovery(typed) is not None and _LETTERS.search(typed) is not None
    return read_code(typed) is not None or recovery


def blotted(text: str) -> str:
    """The text without codes and keys, of whoever typed or was shown them."""
    return BLOT if is_secret(text) else shown(text)


def shown(text: str) -> str:
    """The text without keys and recovery codes as a screen shows them."""
    return _SHOWN.sub(BLOT, text)


def proven_step(code: str, codes: Mapping[int, str]) -> int | None:
    """The newest of these steps whose code this is."""
    return max((step for step, right in codes.items() if right == code), default=None)


def pause_after(failures: int) -> timedelta | None:
    """How long nothing is taken after so many wrong tries in a row; it grows to an hour."""
    if failures < FREE_TRIES:
        return None
    return PAUSES[min(failures - FREE_TRIES, len(PAUSES) - 1)]


def usable_from(now: datetime, reset_at: datetime | None, *, decides: bool) -> datetime | None:
    """When a new second factor counts; None: at once. Deciding roles wait after a reset."""
    if not decides or reset_at is None or reset_at + RESET_WAIT <= now:
        return None
    return reset_at + RESET_WAIT


def groups(secret: str, size: int = 4, between: str = " ") -> str:
    """`ABCD EFGH …`: easier to read and to type."""
    return between.join(secret[at : at + size] for at in range(0, len(secret), size))
