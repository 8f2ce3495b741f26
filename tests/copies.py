"""What many tests begin with is brought about once a process; the others begin with a copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from sqlalchemy import event, text

from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault
from tests.databases import SECRET, carelessly, tables_written

T = TypeVar("T")
PLACE = object()
"""Stands for the database in what is kept of a beginning."""
COUNTED = text(
    "select format('%I.%I', schemaname, sequencename), last_value from pg_sequences"
    " where last_value is not null"
)
SET = text("select setval(:name, :value)")


@dataclass
class Rows:
    """All that a PostgreSQL database holds: tables as COPY writes them, and its counters."""

    tables: dict[str, bytes]
    counters: list[tuple[str, int]]


def copied(begin: Callable[[Database], T]) -> Callable[[Database], T]:
    """The same beginning for every test: rows and what `begin` returns are copied.

    It is made through another engine, so that no test knows more of it than any other does, and
    only in an empty database, so that all have the same.
    """
    kept: dict[str, tuple[sqlite3.Connection | Rows, Any]] = {}

    @wraps(begin)
    def begun(database: Database) -> T:
        kind = database.engine.dialect.name
        with database.engine.begin() as connection:
            assert not tables_written(connection), "this is not where it begins"
        if kind not in kept:
            other = _again(database)
            made = begin(other)
            kept[kind] = _content(database), deepcopy(made, {id(other): PLACE})
            other.close()
        else:
            _fill(database, kept[kind][0])
        again: T = deepcopy(kept[kind][1], {id(PLACE): database})
        return again

    return begun


def _again(database: Database) -> Database:
    url = database.engine.url.render_as_string(hide_password=False)
    other = Database(url, Vault(SECRET))
    if other.is_sqlite:
        event.listen(other.engine, "connect", carelessly)
    return other


def _content(database: Database) -> sqlite3.Connection | Rows:
    if database.is_sqlite:
        image = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(str(database.engine.url.database))) as source:
            source.backup(image)
        return image
    tables: dict[str, bytes] = {}
    with database.engine.begin() as connection:
        cursor = connection.connection.cursor()
        for table in METADATA.sorted_tables:
            with cursor.copy(f'COPY "{table.name}" TO STDOUT') as rows:
                if written := b"".join(rows):
                    tables[table.name] = written
        return Rows(tables, [(name, last) for name, last in connection.execute(COUNTED)])


def _fill(database: Database, content: sqlite3.Connection | Rows) -> None:
    if isinstance(content, sqlite3.Connection):
        with closing(sqlite3.connect(str(database.engine.url.database))) as target:
            content.backup(target)
        return
    with database.engine.begin() as connection:
        cursor = connection.connection.cursor()
        for name, written in content.tables.items():
            with cursor.copy(f'COPY "{name}" FROM STDIN') as rows:
                rows.write(written)
        if content.counters:
            connection.execute(SET, [{"name": n, "value": v} for n, v in content.counters])
