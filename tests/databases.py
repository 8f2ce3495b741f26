"""Databases for tests, made in a blink: the tables are created once a process, then copied."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event, inspect, text

import storage.database
from storage import evidence_files
from storage.database import Database
from storage.migrate import upgrade
from storage.statistics import hide_sealed
from storage.tables import METADATA
from storage.vault import Vault

SECRET = "a secret that is long enough for tests"
GUARDED = ("auditentry", "auditfacts")
COUNTERS = text(
    "select format('setval(%L, 1, false)', format('%I.%I', schemaname, sequencename))"
    " from pg_sequences where last_value is not null"
)


def share_what_is_compiled() -> None:
    """Databases of the same kind and secret share their statements from now on.

    SQLAlchemy keeps what it has compiled with an engine and its dialect, of which every test has
    others: a third of what a test of the actions takes.
    """
    known: dict[tuple[str, bytes], tuple[Dialect, dict[Any, Any]]] = {}
    plain = storage.database.open_engine

    def open_engine(url: str, vault: Vault) -> Engine:
        engine = plain(url, vault)
        kind = (engine.dialect.name, vault.key("statements"))
        if kind not in known or known[kind][0].server_version_info is None:  # never connected
            known[kind] = engine.dialect, {}
        dialect, compiled = known[kind]
        engine.dialect = engine.pool._dialect = dialect
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    storage.database.open_engine = open_engine


def fresh(file: Path, secret: str = SECRET) -> Database:
    """A SQLite database with every table and no row, in place of what the file held.

    It does not wait for the disk: nothing that asks for it falls.
    """
    _put(file, _tables())
    database = Database(f"sqlite:///{file}", Vault(secret))
    event.listen(database.engine, "connect", carelessly)
    evidence_files.hand_over(file.parent / "evidence", database.engine)
    return database


def migrate(database: Database) -> None:
    """Bring a database without tables to the newest schema, as `teladan migrate` does."""
    if database.is_sqlite:
        _put(Path(database.engine.url.database or ""), _migrated())
    else:
        upgrade(database.engine)


@cache
def _tables() -> bytes:
    return _made(METADATA.create_all)


@cache
def _migrated() -> bytes:
    return _made(upgrade)


def _made(make: Callable[[Engine], None]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.db"
        database = Database(f"sqlite:///{file}", Vault(SECRET))
        make(database.engine)
        database.close()
        return file.read_bytes()


def _put(file: Path, content: bytes) -> None:
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    file.write_bytes(content)


def carelessly(connection: Any, _: Any) -> None:
    """Do not wait for the disk."""
    connection.execute("PRAGMA synchronous=OFF")


def furnish(database: Database) -> None:
    """Make the tables of a PostgreSQL database, unless an earlier test has."""
    if not inspect(database.engine).has_table("employee"):
        METADATA.create_all(database.engine)
        with database.engine.begin() as connection:
            hide_sealed(connection)


def empty(database: Database) -> None:
    """Make an already used PostgreSQL database as good as new; only what was written to costs."""
    with database.engine.begin() as connection:
        written = tables_written(connection)
        for table in reversed(METADATA.sorted_tables):
            if table.name in written:
                _delete(connection, table.name)
        if counters := connection.execute(COUNTERS).scalars().all():
            connection.execute(text(f"select {', '.join(counters)}"))


def tables_written(connection: Connection) -> set[str]:
    """Names of the tables that hold anything."""
    names = [table.name for table in METADATA.sorted_tables]
    asked = (f"select '{name}' where exists (select 1 from \"{name}\")" for name in names)
    return {*connection.execute(text(" union all ".join(asked))).scalars()}


def _delete(connection: Connection, name: str) -> None:
    guarded = name in GUARDED
    if guarded:
        connection.execute(text(f"alter table {name} disable trigger user"))
    connection.execute(text(f'delete from "{name}"'))
    if guarded:
        connection.execute(text(f"alter table {name} enable trigger user"))
