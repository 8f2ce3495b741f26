"""Statements of every tap: built once, and the rows they give belong to no session.

The ORM would build the statement, look for each row among those it knows, and watch it for
changes: that costs several times what the database needs. See docs/decisions/0007.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Executable, inspect
from sqlmodel import Session, SQLModel

from storage.kept import NAME, hold, holds, keep
from storage.prepared import Prepared

Model = TypeVar("Model", bound=SQLModel)


class Rows(Generic[Model]):
    """A statement with named bind parameters that gives whole rows of one table.

    They are only to be looked at: setting an attribute raises AttributeError, and a statement
    that changes the row does not change what was read before.
    """

    def __init__(self, table: type[Model], statement: Executable) -> None:
        self._one = _Bare(table)
        self._prepared = Prepared(statement)

    def all(self, session: Session, **values: Any) -> list[Model]:
        return [self._one.of(row) for row in self._prepared.all(session, **values)]

    def first(self, session: Session, **values: Any) -> Model | None:
        row = self._prepared.first(session, **values)
        return None if row is None else self._one.of(row)


class Beside:
    """A statement that gives whole rows of several tables side by side, then single columns."""

    def __init__(self, tables: Sequence[type[SQLModel]], statement: Executable) -> None:
        self._several = [_Bare(table) for table in tables]
        self._prepared = Prepared(statement)

    def first(self, session: Session, **values: Any) -> list[Any] | None:
        """A row of each table, or None where an outer join found none, then the columns."""
        row = self._prepared.first(session, **values)
        if row is None:
            return None
        found: list[Any] = []
        at = 0
        for one in self._several:
            part = row[at : at + one.width]
            found.append(None if part[one.key] is None else one.of(part))
            at += one.width
        return [*found, *row[at:]]


class _Bare(Generic[Model]):
    """Makes instances without a state of one table; `key` is where its first key stands."""

    def __init__(self, table: type[Model]) -> None:
        self._table = table
        self._names = [column.key for column in inspect(table).column_attrs]
        self.width = len(self._names)
        self.key = self._names.index(inspect(table).primary_key[0].key)

    def of(self, row: Any) -> Model:
        bare = object.__new__(self._table)
        bare.__dict__.update(zip(self._names, row, strict=True))
        return bare


def is_alone(session: Session) -> bool:
    """Whether this transaction has the whole database to itself: SQLite's one writer."""
    return NAME in session.info and session.get_bind().dialect.name == "sqlite"


def held(
    session: Session, read: Callable[..., Model | None], lock: Rows[Model], number: int
) -> Model | None:
    """The row of that number, nobody else's to change until this transaction ends.

    `read` is the `once` read of the same row by number, `lock` its statement with `this` bound.
    On SQLite a transaction has the database to itself from its beginning: a row read is held.
    A row that is held already is not locked again: nothing that was read since can be stale.
    """
    if is_alone(session) or holds(session, read, number):
        row: Model | None = read(session, number)
        return row
    row = lock.first(session, this=number)
    keep_held(session, read, number, row)
    return row


def keep_held(
    session: Session, read: Callable[..., Model | None], number: int, row: Model | None
) -> None:
    """This row was locked, changed, or made here: `read` gives it, and it is held."""
    keep(session, read, number, value=row)
    if row is not None:
        hold(session, read, number)
