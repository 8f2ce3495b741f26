"""Insert a row unless its key is there: the one statement both databases spell alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from storage.prepared import Prepared


def insert_new(session: Session, table: type[SQLModel], values: Mapping[str, Any]) -> bool:
    """Insert one row, or do nothing when any unique key exists; whether a row was inserted."""
    return bool(_one(table, session.get_bind().dialect.name).all(session, **values))


def insert_new_many(
    session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert the rows whose unique keys do not exist yet; how many were inserted.

    All rows have the same names.
    """
    many = _many(table, session.get_bind().dialect.name)
    return many.change_each(session, [dict(row) for row in rows])


@cache
def _one(table: type[SQLModel], dialect: str) -> Prepared:
    return Prepared(_insertion(table, dialect))


@cache
def _many(table: type[SQLModel], dialect: str) -> Prepared:
    return Prepared(_unless_there(table, dialect))


@cache
def _insertion(table: type[SQLModel], dialect: str) -> Insert:
    return _unless_there(table, dialect).returning(*inspect(table).local_table.primary_key)


def _unless_there(table: type[SQLModel], dialect: str) -> Insert:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(inspect(table).local_table).on_conflict_do_nothing()
