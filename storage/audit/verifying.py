"""Reading the whole trail for the verifier, through a connection that cannot write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    func,
    make_url,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from bot.rules.audit import Row
from storage import migrate
from storage.audit.entries import ENTRIES, FACTS

AT_ONCE = 5_000
READ_ONLY = (
    "-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read"
)


class Reader:
    """One moment of a database; what is written meanwhile is not seen."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def is_newest(self) -> bool:
        """Whether the database has the schema that this program knows."""
        return migrate.is_newest(self.connection.engine)

    def count(self) -> int:
        """How many entries there are."""
        counted = select(func.count()).select_from(ENTRIES)
        return int(self.connection.execute(counted).scalar_one())

    def rows(self, tell: Callable[[int], None] = lambda _: None) -> Iterator[Row]:
        """Entries by number, a few thousand in memory at once; `tell` hears how many came."""
        at: Any = ENTRIES.c.at
        if self.connection.dialect.name == "postgresql":
            at = func.to_char(func.timezone("UTC", at), "YYYY-MM-DD HH24:MI:SS.US")
        columns = [
            _raw(ENTRIES.c.id), _raw(at), _raw(ENTRIES.c.actor_id), _raw(ENTRIES.c.action),
            _raw(ENTRIES.c.object), _raw(ENTRIES.c.commitment), _raw(ENTRIES.c.mac),
            _raw(FACTS.c.salt), _raw(FACTS.c.facts),
        ]  # fmt: skip
        joined = ENTRIES.outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
        found = select(*columns).select_from(joined).order_by(ENTRIES.c.id)
        result = self.connection.execution_options(yield_per=AT_ONCE).execute(found)
        done = 0
        for part in result.partitions():
            yield from map(Row._make, part)
            done += len(part)
            tell(done)

    def stray_facts(self) -> int | None:
        """The lowest number of facts that belong to no entry."""
        theirs = select(ENTRIES.c.id).where(ENTRIES.c.id == FACTS.c.entry_id)
        found = select(func.min(FACTS.c.entry_id)).where(~theirs.exists())
        lowest = self.connection.execute(found).scalar()
        return None if lowest is None else int(lowest)


@contextmanager
def open_reader(url: str) -> Iterator[Reader]:
    """A reader of the database at this address. Raises SQLAlchemyError when it is not there."""
    engine = _open(url)
    try:
        with engine.connect() as connection, connection.begin():
            yield Reader(connection)
    finally:
        engine.dispose()


def _open(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_file(Path(address.database or ""))
    driver = address.set(drivername="postgresql+psycopg")
    return create_engine(driver, poolclass=NullPool, connect_args={"options": READ_ONLY})


def _open_file(file: Path) -> Engine:
    """SQLite's own read-only mode; text that is none must not stop the reading."""

    def connect() -> sqlite3.Connection:
        address = f"{file.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only = ON")
        connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _raw(column: Any) -> Any:
    """As stored: a value of the wrong kind is something to find, not an error."""
    return type_coerce(column, NullType())
