"""Insert a row unless its key is there: the one statement both databases spell alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, table: type[SQLModel], values: Mapping[str, Any]) -> bool:
    """Insert one row, or do nothing when any unique key exists; whether a row was inserted."""
    return insert_new_many(session, table, [values]) == 1


def insert_new_many(
    session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert the rows whose unique keys do not exist yet; how many were inserted."""
    if not rows:
        return 0
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    key = inspect(table).primary_key
    # Drivers do not agree on what rowcount says here; the rows returned are those inserted.
    statement = insert(table).values([dict(row) for row in rows]).on_conflict_do_nothing()
    return len(session.connection().execute(statement.returning(*key)).all())
