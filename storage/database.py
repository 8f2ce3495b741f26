"""One engine, one way to open a transaction: on the database's own threads."""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlmodel import Session

from storage import kept
from storage.columns import hand_over
from storage.heard import Heard
from storage.prepared import WAY, Way
from storage.vault import Vault
from storage.wishes import Queue, Wish, attempted, tell

T = TypeVar("T")
Unable = SQLAlchemyError
"""What is raised when the database cannot do what it was asked."""
Timed = Callable[[float, float], None]
"""Hears of every transaction how long it waited for its thread and how long it took, seconds."""
NOTED = "noted"
"""In a session's `info`: what is still to be written as the last thing before its commit."""
THREADS = 4
TRIES = 3
BUSY_SECONDS = 5
IDLE_SECONDS = 15


def open_engine(url: str, vault: Vault) -> Engine:
    """An engine for SQLite (WAL, FULL, one writer) or PostgreSQL, able to open sealed columns.

    What it says of faults never holds the values of a statement.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = _sqlite(url, address.database)
    else:
        driver = address.set(drivername="postgresql+psycopg")
        engine = create_engine(driver, pool_size=THREADS, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "connect", _end_when_idle)
    hand_over(vault, engine.dialect)
    kept.watch(engine)
    return engine


def _end_when_idle(connection: Any, _: Any) -> None:
    """A process that is frozen in the middle of a transaction keeps no lock from the others."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'")
    connection.commit()


def _sqlite(url: str, file: str | None) -> Engine:
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    options = {"check_same_thread": False, "timeout": BUSY_SECONDS, "isolation_level": None}
    engine = create_engine(url, connect_args=options, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def guest_of(connection: Connection) -> Session:
    return Session(connection, expire_on_commit=False)


class Database:
    """Runs work in transactions. SQLite gets one thread, PostgreSQL a small pool."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.engine = open_engine(url, vault)
        self.vault = vault
        self.timed: Timed | None = None
        self.heard = Heard()
        threads = 1 if self.is_sqlite else THREADS
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")
        self._guard: Callable[[Session], None] | None = None
        self._queue = Queue()

    def behind(self, guard: Callable[[Session], None]) -> Database:
        """The same database; each transaction begins with `guard`, which may refuse it."""
        other = copy.copy(self)
        other._guard = guard
        return other

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def asked(self) -> int:
        """How much the one writer of SQLite has been asked for so far; PostgreSQL has several."""
        return self._queue.made

    @contextmanager
    def transaction(self, *, reading: bool = False) -> Iterator[Session]:
        """A session that commits at the end, or rolls back on any error."""
        with self._begun(reading=reading) as connection, self.session(connection) as session:
            yield session

    @contextmanager
    def _begun(self, *, reading: bool = False) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(reading=reading)
            with connection.begin():
                yield connection

    @contextmanager
    def session(self, connection: Connection, guest: Session | None = None) -> Iterator[Session]:
        """A guest in the connection's transaction; at the end it has written all it has to.

        `guest`: one that was here before, and that knows of nothing any more.
        """
        memory = kept.Kept()
        connection.execution_options(**{kept.NAME: memory})
        session = guest or guest_of(connection)
        session.info.clear()
        session.info.update({kept.NAME: memory, WAY: Way(connection, memory)})
        try:
            if self._guard is not None:
                self._guard(session)
            yield session
            # A session that knows of nothing has nothing to write, and half of its cost.
            if session.in_transaction() or NOTED in session.info:
                session.commit()
        finally:
            if guest is None or session.in_transaction() or session.identity_map:
                session.close()

    async def run(self, work: Callable[[Session], T], *, reading: bool = False) -> T:
        """Run `work` in one transaction on a database thread; tried again when it was locked.

        On SQLite what waits meanwhile for the one writer is committed together: each for itself
        whole or not at all, and nobody hears of it before the commit.
        """
        loop = asyncio.get_running_loop()
        asked = time.perf_counter()
        if reading or not self.is_sqlite:
            return await loop.run_in_executor(self._threads, self.take_time, work, reading, asked)
        wish = Wish(self, work, loop.create_future(), asked)
        if self._queue.put(wish):
            self._threads.submit(self._serve)
        answer: T = await wish.answer
        return answer

    def _serve(self) -> None:
        """Do what has been asked for by now, and tell whoever asked."""
        wishes = self._queue.take()
        if len(wishes) > 1 and self._together(wishes):
            return tell(wishes)
        for wish in wishes:
            if not wish.answer.done():  # whoever asked may have been called off meanwhile
                wish.outcome = attempted(wish.alone)
                tell([wish])
        return None

    def _together(self, wishes: list[Wish]) -> bool:
        """All in one commit. False when the database failed: then nothing is done at all."""
        try:
            with self._begun() as connection:
                guest = guest_of(connection)
                for wish in wishes:
                    wish.beside(connection, guest)
        except Exception:  # each hears alone what is wrong with it
            return False
        self.heard.of({table for wish in wishes for table in wish.wrote})
        return True

    def take_time(self, work: Callable[[Session], T], reading: bool, asked: float) -> T:
        begun = time.perf_counter()
        try:
            return self._attempt(work, reading)
        finally:
            if self.timed is not None:
                self.timed(begun - asked, time.perf_counter() - begun)

    def _attempt(self, work: Callable[[Session], T], reading: bool) -> T:
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                with self.transaction(reading=reading) as session:
                    done = work(session)
            except DBAPIError as fault:
                passing = isinstance(fault, OperationalError) or fault.connection_invalidated
                if last or not passing:
                    raise
            else:
                self.heard.of(session.info[kept.NAME].written)
                return done
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._threads.shutdown()
        self.engine.dispose()
