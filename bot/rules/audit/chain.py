"""The arithmetic of the chain. It never changes: what was sealed by it must stay checkable."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

START = bytes(32)
SALT = 16
ANCHOR = "audit.anchor"
ERASE = "audit.erase"

_TEXT = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode

Seal = Callable[[bytes, int, str, int | None, str, str, bytes | None], bytes]
"""The seal before, then number, moment (as `written`), actor, action, object, commitment."""


def sealing(key: bytes) -> Seal:
    """Makes 32 bytes over an entry and the seal of the one before it (`START` for the first).

    HMAC-SHA256 (RFC 2104) over that seal and the entry as canonical JSON (RFC 8785). The key has
    at most 64 bytes; what follows from it alone is worked out once, as a million entries are to
    be checked within seconds. Raises TypeError or ValueError for what no entry can hold.
    """
    padded = key.ljust(hashlib.sha256().block_size, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded)).copy
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in padded)).copy

    def seal(
        before: bytes,
        number: int,
        moment: str,
        actor: int | None,
        action: str,
        about: str,
        commitment: bytes | None,
    ) -> bytes:
        who = "null" if actor is None else f"{actor:d}"
        hidden = "null" if commitment is None else f'"{bytes.hex(commitment)}"'
        entry = f"[{number:d},{quoted(moment)},{who},{quoted(action)},{quoted(about)},{hidden}]"
        first, second = inner(), outer()
        first.update(before)
        first.update(entry.encode())
        second.update(first.digest())
        return second.digest()

    return seal


@lru_cache(maxsize=64)  # the entries of a transaction are of one moment
def written(at: datetime) -> str:
    """A moment in UTC to the microsecond, `2026-08-12 03:00:00.000000`."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def read_moment(said: str) -> datetime | None:
    """What `written` wrote, aware, in UTC; None for anything else."""
    try:
        return datetime.fromisoformat(said).replace(tzinfo=UTC)
    except ValueError:
        return None


def canonical(facts: Mapping[str, Any]) -> str:
    """Facts as text; the same facts always give the same text."""
    return _TEXT(dict(facts))


def commit(salt: bytes, facts: str) -> bytes:
    """What an entry says of its facts: nothing to anybody without the salt of `SALT` bytes."""
    return hashlib.sha256(salt + facts.encode()).digest()
