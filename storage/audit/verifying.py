"""Reading the whole trail for the verifier, through a connection that cannot write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    NullPool,
    Select,
    collate,
    create_engine,
    event,
    func,
    make_url,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType
from sqlmodel import Session

from storage import migrate
from storage.audit.entries import ENTRIES, FACTS
from storage.columns import hand_over
from storage.vault import Vault

AT_ONCE, TOLD_EVERY = 5_000, 50_000
_NUMBERS = count()  # several streams may be open side by side
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

    def rows(self, tell: Callable[[int], None] = lambda _: None) -> Iterator[Sequence[Any]]:
        """The values of `bot.rules.audit.Row` by number; `tell` hears how many came.

        As the driver gives them, a million in half the time; few are in memory at once.
        """
        columns = (ENTRIES.c.actor_id, ENTRIES.c.action, ENTRIES.c.object, ENTRIES.c.commitment)
        facts = (FACTS.c.salt, FACTS.c.facts)
        joined = ENTRIES.outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
        found = select(ENTRIES.c.id, self._moment(), *columns, ENTRIES.c.mac, *facts)
        done = 0
        stream = self._stream(found.select_from(joined).order_by(ENTRIES.c.id))
        for done, row in enumerate(stream, 1):
            if not done % TOLD_EVERY:
                tell(done)
            yield row
        tell(done)

    def sorted(self, found: Select[Any]) -> Iterator[Sequence[Any]]:
        """What is found in the order of its first two columns, which are text: as Python sorts.

        As the driver gives it; few are in memory at once.
        """
        order = list(found.selected_columns)[:2]
        if self.connection.dialect.name != "sqlite":
            order = [collate(column, "C") for column in order]
        yield from self._stream(found.order_by(*order))

    def has_erased(self, actions: Sequence[str], about: str, actor: int | None, at: Any) -> bool:
        """Whether such an entry is there whose facts were erased; `at` as `sorted` gave it."""
        moment = ENTRIES.c.at == type_coerce(at, NullType())
        found = (
            select(ENTRIES.c.id)
            .outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
            .where(ENTRIES.c.object == about, ENTRIES.c.action.in_(actions), moment)
            .where(ENTRIES.c.actor_id == actor, ENTRIES.c.commitment.is_not(None))
            .where(FACTS.c.entry_id.is_(None))
        )
        return self.connection.execute(found).first() is not None

    def _moment(self) -> ColumnElement[Any]:
        """As SQLite keeps it: UTC to the microsecond."""
        if self.connection.dialect.name == "sqlite":
            return type_coerce(ENTRIES.c.at, NullType())
        return func.to_char(func.timezone("UTC", ENTRIES.c.at), "YYYY-MM-DD HH24:MI:SS.US")

    def _stream(self, found: Select[Any]) -> Iterator[Sequence[Any]]:
        dialect, driver = self.connection.dialect, self.connection.connection.driver_connection
        sql = str(found.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        if isinstance(driver, psycopg.Connection):
            with driver.cursor(name=f"trail_{next(_NUMBERS)}") as cursor:
                cursor.itersize = AT_ONCE
                yield from cursor.execute(sql.encode())
        elif isinstance(driver, sqlite3.Connection):
            yield from _readable(driver.execute(sql))

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


@contextmanager
def reading(reader: Reader, vault: Vault) -> Iterator[Session]:
    """The same moment of the database for what reads rows by their names."""
    hand_over(vault, reader.connection.dialect)
    with Session(reader.connection, autoflush=False) as session:
        yield session


def _open(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_file(Path(address.database or ""))
    driver = address.set(drivername="postgresql+psycopg")
    return create_engine(driver, poolclass=NullPool, connect_args={"options": READ_ONLY})


def _open_file(file: Path) -> Engine:
    """SQLite's own read-only mode."""

    def connect() -> sqlite3.Connection:
        address = f"{file.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _readable(rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """All rows up to one whose text is none, which nobody could have written; it comes empty."""
    done = 0
    try:
        for done, row in enumerate(rows, 1):  # noqa: B007 - counted for what follows
            yield row
    except sqlite3.OperationalError as fault:
        if "decode" not in str(fault):
            raise
        yield (done + 1, None, None, None, None, None, None, None, None)
