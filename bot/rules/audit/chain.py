"""The arithmetic of the chain. It never changes: what was sealed by it must stay checkable."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

START = bytes(32)
SALT = 16
ANCHOR = "audit.anchor"
ERASE = "audit.erase"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def seal(
    key: bytes,
    before: bytes,
    number: int,
    moment: str,
    actor: int | None,
    action: str,
    about: str,
    commitment: bytes | None,
) -> bytes:
    """32 bytes over an entry and the seal of the one before it (`START` for the first).

    The entry is written as canonical JSON (RFC 8785); `moment` as `written` gives it. Raises
    TypeError or ValueError for values that no entry can have.
    """
    hidden = None if commitment is None else bytes.hex(commitment)
    entry = _encode([number, moment, actor, action, about, hidden])
    return hmac.digest(key, before + entry.encode(), "sha256")


def written(at: datetime) -> str:
    """A moment in UTC to the microsecond, `2026-08-12 03:00:00.000000`."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def canonical(facts: Mapping[str, Any]) -> str:
    """Facts as text; the same facts always give the same text."""
    return json.dumps(dict(facts), sort_keys=True, ensure_ascii=False)


def commit(salt: bytes, facts: str) -> bytes:
    """What an entry says of its facts: nothing to anybody without the salt of `SALT` bytes."""
    return hashlib.sha256(salt + facts.encode()).digest()
