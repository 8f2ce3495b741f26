"""`python -m tests.bench.importing URL FILE`: brings a roster in twice; figures as JSON.

A process of its own, so that its memory is that of the import and of nothing before it.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.actions import roster
from bot.actions.roster import working
from storage import migrate
from storage.database import Database
from storage.vault import Vault
from tests.bench.measures import Row
from tests.conftest import SECRET
from tests.rosters import as_csv, as_xlsx, lines

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
DRESSES = {"csv": as_csv, "xlsx": as_xlsx}
T = TypeVar("T")


def bring_in(url: str, file: Path) -> dict[str, float]:
    """Read, check, write; then the same file again, which changes nothing. Seconds and bytes."""
    database = Database(url, Vault(SECRET))
    migrate.upgrade(database.engine)
    figures: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        since = time.perf_counter()
        done = work()
        figures[name] = time.perf_counter() - since
        return done

    def check() -> roster.Findings:
        with database.transaction(reading=True) as session:
            return roster.check(session, rows, NOW.date())

    def write(found: roster.Findings) -> roster.Outcome:
        with database.transaction() as session:
            assert roster.is_current(session, found, NOW.date())
            return roster.write(session, found, NOW)

    try:
        rows = timed("read", lambda: working.read_file(file.read_bytes()))
        found = timed("checked", check)
        assert timed("written", lambda: write(found)).added == len(rows)
        again = timed("checked_again", check)
        assert timed("written_again", lambda: write(again)).unchanged == len(rows)
    finally:
        database.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {**figures, "memory": memory}


async def measure(address: Callable[[str], str], people: int) -> list[Row]:
    """A whole agency's roster from nothing, and once more."""
    rows = []
    for dress, make in DRESSES.items():
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"roster.{dress}"
            file.write_bytes(await asyncio.to_thread(make, lines(people)))
            url = address(f"{dress}{people}")
            command = (sys.executable, "-W", "ignore", "-m", "tests.bench.importing", url)
            child = await asyncio.create_subprocess_exec(
                *command, str(file), stdout=asyncio.subprocess.PIPE
            )
            said, _ = await child.communicate()
            assert child.returncode == 0
        found = json.loads(said)
        name = f"roster, {people:,} lines of {dress}"
        whole = found["read"] + found["checked"] + found["written"]
        rows += [
            Row(f"{name}: read", found["read"], "s"),
            Row(f"{name}: checked", found["checked"], "s"),
            Row(f"{name}: written", found["written"], "s"),
            Row(f"{name}: all of it", whole, "s"),
            Row(f"{name}: again, nothing new: written", found["written_again"], "s"),
            Row(f"{name}: memory", found["memory"] / 1e6, "MB"),
        ]
    return rows


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bring_in(sys.argv[1], Path(sys.argv[2]))))
