"""Insert unless it is there, one row and many, alike on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from storage.database import Database
from storage.pauses import Pause
from storage.upsert import insert_new, insert_new_many

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def row(name: str) -> dict[str, Any]:
    return {"name": name, "until": NOW}


def test_it_counts_only_what_is_new(database: Database) -> None:
    with database.transaction() as session:
        assert insert_new(session, Pause, row("a"))
        assert not insert_new(session, Pause, row("a"))
        assert insert_new_many(session, Pause, []) == 0
        assert insert_new_many(session, Pause, [row("a"), row("b"), row("c")]) == 2
        assert insert_new_many(session, Pause, [row(str(n)) for n in range(500)]) == 500
        assert insert_new_many(session, Pause, [row("b"), row("c")]) == 0
        assert insert_new_many(session, Pause, [row("d"), row("d")]) == 1
