"""A file that another program holds for longer than the lease lasts: told as what it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import event

from bot import hold
from bot.texts.operator import running
from storage.database import Database
from tests.kit import TestClock
from tests.receiver.line import Line, Process
from tests.receiver.test_polling import note, noted, until
from tests.receiver.test_receiver import said


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hold, "LOOKED_EVERY", 0.005)


@pytest.fixture
def impatient(sqlite: Database) -> Database:
    """It does not wait for a lock, so that a test need not wait for it."""
    sqlite.engine.dispose()

    @event.listens_for(sqlite.engine, "connect")
    def at_once(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA busy_timeout = 0")

    return sqlite


@contextmanager
def held(database: Database) -> Iterator[None]:
    """By another program, which writes to the file and does not end."""
    file = database.engine.url.database or ""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def receiving(database: Database, clock: TestClock) -> tuple[Line, Process]:
    """A process that has asked Telegram before anything is held."""
    line = Line()
    one = Process(database, line, clock, note)
    one.start()
    await until(lambda: len(one.telegram.offsets) == 2)
    return line, one


async def outlasts(line: Line, one: Process, clock: TestClock) -> None:
    """Until the lease is over, and the process has said what is wrong."""
    clock.advance(seconds=hold.LASTS.total_seconds())
    line.put()
    await until(lambda: one.said)


async def test_who_receives_goes_on_afterwards(impatient: Database, clock: TestClock) -> None:
    line, one = await receiving(impatient, clock)
    with held(impatient):
        await outlasts(line, one, clock)
    line.put(said(1, 5, "a"))
    await until(lambda: not line.waiting)
    assert noted(impatient) == [1]
    assert one.said == [running.database_away()]
    one.stop.set()
    await one.ends()


async def test_who_starts_waits_and_asks_nothing_before(
    impatient: Database, clock: TestClock
) -> None:
    one = Process(impatient, Line(), clock, note)
    with held(impatient):
        one.start()
        await until(lambda: one.said)
        assert one.telegram.offsets == []
    await one.telegram.asked.wait()
    assert one.said == [running.database_away()]
    one.stop.set()
    await one.ends()


async def test_stopping_meanwhile_needs_no_database(impatient: Database, clock: TestClock) -> None:
    line, one = await receiving(impatient, clock)
    with held(impatient):
        await outlasts(line, one, clock)
        one.stop.set()
        await one.ends()
    assert one.said == [running.database_away()]
