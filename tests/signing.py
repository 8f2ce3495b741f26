"""The key of an invented office: made once for all tests, for it takes a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from bot.documents.signing import Key
from bot.documents.signing.keys import make_key, read_key

PASSPHRASE = "kata sandi kantor"
OFFICE = "Dinas Contoh"
NOW = datetime(2026, 10, 16, 3, tzinfo=UTC)


@lru_cache
def key_file(office: str) -> bytes:
    return make_key(office, PASSPHRASE)


@lru_cache
def key(office: str = OFFICE) -> Key:
    return read_key(key_file(office), PASSPHRASE, NOW)
