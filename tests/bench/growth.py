"""`python -m tests.bench.growth`: what a day's work leaves on the disk, on both databases.

Bytes and rows an update of the bench's mix, a letter and an audit entry; `var/growth.json`.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from storage import audit
from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault
from tests.bench import office
from tests.bench.__main__ import server
from tests.bench.crowd import Crowd, script_of
from tests.bench.measures import AT_ONCE, teladans
from tests.conftest import SECRET

OUT = Path("var/growth.json")
COUNT = int(os.environ.get("BENCH_COUNT", "4000"))
LETTERS = ENTRIES = 10_000
Figures = dict[str, float]


def sizes(database: Database) -> Figures:
    """Bytes by table, and of all; SQLite knows only the whole file."""
    with database.engine.connect() as connection:
        if database.is_sqlite:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            return {"all": pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one()}
        each = "SELECT pg_total_relation_size(CAST(:name AS regclass))"
        found = {
            table: float(connection.execute(text(each), {"name": f'"{table}"'}).scalar_one())
            for table in METADATA.tables
        }
        return {**found, "all": sum(found.values())}


def rows(database: Database) -> Figures:
    with database.engine.connect() as connection:
        return {
            table: float(connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())
            for table in METADATA.tables
        }


def grown(before: Figures, after: Figures, by: int) -> Figures:
    """By how much each has grown for one of so many; what has not is left out."""
    each = {name: (after[name] - before[name]) / by for name in after}
    return {name: round(value, 3) for name, value in each.items() if value}


async def of_updates(url: str) -> dict[str, Figures]:
    await asyncio.to_thread(office.make, url)
    database = Database(url, Vault(SECRET))
    crowd = Crowd(office.ACTIVE_PEOPLE, lambda at: script_of(at, office.SUPERIORS), plain=False)
    async with teladans(crowd, url, 0 if database.is_sqlite else 1):
        await crowd.load(COUNT // 4, AT_ONCE)
        before = sizes(database), rows(database)
        await crowd.load(COUNT, AT_ONCE)
        after = sizes(database), rows(database)
    database.close()
    return {
        "bytes an update": grown(before[0], after[0], COUNT),
        "rows an update": grown(before[1], after[1], COUNT),
    }


def of_letters(url: str) -> float:
    office.make(url, people=3_000)
    database = Database(url, Vault(SECRET))
    before = sizes(database)["all"]
    with database.transaction() as session:
        office.owe(session, 0, LETTERS, 3_000)
    after = sizes(database)["all"]
    database.close()
    return (after - before) / LETTERS


def of_entries(url: str) -> float:
    office.make(url)
    database = Database(url, Vault(SECRET))
    before, now = sizes(database)["all"], datetime.now(UTC)
    for start in range(0, ENTRIES, 100):
        with database.transaction() as session:
            for number in range(start, start + 100):
                facts = {"turn": number, "levels": {"inovasi": 4}}
                audit.record(session, now, 7, "achievements.approve", f"turn/{number}", facts)
    after = sizes(database)["all"]
    database.close()
    return (after - before) / ENTRIES


def measure(fresh: Callable[[], str]) -> dict[str, object]:
    return {
        **asyncio.run(of_updates(fresh())),
        "bytes a letter": of_letters(fresh()),
        "bytes an audit entry": of_entries(fresh()),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as postgres:
        files = iter(range(100))
        lite = lambda: f"sqlite:///{folder}/g{next(files)}.db"  # noqa: E731
        found = {"SQLite": measure(lite), "PostgreSQL": measure(postgres)}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1))
    sys.stdout.write(OUT.read_text() + "\n")


if __name__ == "__main__":
    main()
