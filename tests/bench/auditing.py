"""The audit trail: what an entry costs to write, and how long `teladan verify` walks along it."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from bot.actions import audit as walking
from storage import audit, migrate
from storage.database import Database
from storage.vault import Vault
from tests.bench.measures import Row
from tests.conftest import NOW, SECRET

CHUNK = 10_000


async def measure(url: str, entries: int) -> list[Row]:
    """A trail of so many entries with facts, walked by a reader that cannot write."""
    return await asyncio.to_thread(_measure, url, entries)


def _measure(url: str, entries: int) -> list[Row]:
    database = Database(url, Vault(SECRET))
    try:
        migrate.upgrade(database.engine)
        since = time.perf_counter()
        for start in range(0, entries, CHUNK):
            with database.transaction() as session:
                for number in range(start, start + min(CHUNK, entries - start)):
                    about, facts = f"achievement/{number}", {"level": number % 5 + 1}
                    at = NOW + timedelta(seconds=number)
                    audit.record(session, at, number % 999, "achievements.decide", about, facts)
        wrote = time.perf_counter() - since
        since = time.perf_counter()
        with audit.open_reader(url) as reader:
            verdict = walking.verify(reader, database.vault.key("audit"), {}, lambda _: None)
        took = time.perf_counter() - since
    finally:
        database.close()
    assert verdict.broken is None
    name = f"audit trail, {entries:,} entries"
    return [
        Row(f"{name}: an entry written", wrote / entries * 1e6, "us"),
        Row(f"{name}: verified", took, "s"),
    ]
