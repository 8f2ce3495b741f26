"""`python -m tests.bench.closing URL PEOPLE`: closes and publishes a quarter; figures as JSON.

A process of its own, so that its memory is that of the closing and of nothing before it.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from sqlalchemy import update
from sqlmodel import Session, col

from bot.actions import closing
from bot.actions.holidays import calendar_around
from bot.actions.periods import owed, resting, yearly
from bot.actions.publication import spread
from bot.lean import settle
from storage import audit, publication, results
from storage import periods as stored
from storage.database import Database
from storage.periods import Period
from storage.surveys import pins
from storage.vault import Vault
from tests.bench.measures import Row
from tests.bench.rated import HEAD, furnish
from tests.conftest import SECRET

AFTER = datetime(2026, 10, 14, 3, tzinfo=UTC)


def timed(database: Database, work: Callable[[Session, datetime], bool]) -> Iterator[float]:
    """How long each transaction took until nothing was left."""
    more = True
    while more:
        since = time.perf_counter()
        with database.transaction() as session:
            more = work(session, AFTER)
        yield time.perf_counter() - since


def close(url: str) -> dict[str, float]:
    """Compute all, sign, and write every letter; seconds and bytes."""
    settle()
    calendar_around(5, AFTER.date())  # a bot that runs knows its holidays since its first morning
    database = Database(url, Vault(SECRET))
    try:
        computed = list(timed(database, closing.close))
        with database.transaction() as session:
            (period,) = stored.running(session)[:1]
            assert period.id is not None
            assert closing.progress(session, period) is None
            count = results.count(session, period.id)
            assert pins.there(session, period.id), "the survey entered"
            publication.sign(session, period.id, HEAD, AFTER, count, 0, None)
            stored.move(session, period.id, stored.CALIBRATION, stored.PUBLISHED)
            audit.record(session, AFTER, HEAD, "publication.sign", f"period/{period.id}")
        told = list(timed(database, spread))
        year = list(settle_year(database))
    finally:
        database.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "computed": sum(computed), "told": sum(told), "memory": memory,
        "longest": max(*computed, *told), "year": sum(year), "year_again": year[-2],
        "year_rest": year[-1],
    }  # fmt: skip


def settle_year(database: Database) -> Iterator[float]:
    """What everybody owes of the year, as if that quarter were its last; processor seconds a tick.

    The last but one finds all of it there, the last finds nothing done since.
    """
    with database.transaction() as session:
        for before, after in ((4, 1), (3, 4)):
            moved = update(Period).where(col(Period.quarter) == before)
            session.execute(moved.values(quarter=after))
    looks = 0
    while looks < 2:
        since = time.process_time()
        with database.transaction() as session:
            (period,) = (one for one in stored.everything(session) if one.quarter == 4)
            made = yearly.settle(session, period, resting.begin(session, AFTER), owed.CHUNK)
        looks += not made
        yield time.process_time() - since


async def measure(url: str, people: int) -> list[Row]:
    """A whole agency's quarter: computed from all who rated, published, letters written."""
    await asyncio.to_thread(furnish, url, people)
    command = (sys.executable, "-W", "ignore", "-m", "tests.bench.closing", url)
    child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate()
    assert child.returncode == 0
    found = json.loads(said)
    name = f"closing, {people:,} employees"
    return [
        Row(f"{name}: computed", found["computed"], "s"),
        Row(f"{name}: letters written", found["told"], "s"),
        Row(f"{name}: longest a tap waits", found["longest"] * 1000, "ms"),
        Row(f"{name}: duties of the year", found["year"], "s"),
        Row(f"{name}: duties of the year, all there", found["year_again"] * 1000, "ms"),
        Row(f"{name}: duties of the year, nothing done since", found["year_rest"] * 1000, "ms"),
        Row(f"{name}: memory", found["memory"] / 1e6, "MB"),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(close(sys.argv[1])))
