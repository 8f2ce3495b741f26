"""Statements of every tap: built once, and the rows they give belong to no session.

The ORM would build the statement, look for each row among those it knows, and watch it for
changes: that costs several times what the database needs. See docs/decisions/0007.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from sqlalchemy import Executable, inspect
from sqlmodel import Session, SQLModel

from storage.kept import NAME, Kept, keep
from storage.prepared import Prepared

Model = TypeVar("Model", bound=SQLModel)


class Rows(Generic[Model]):
    """A statement with named bind parameters that gives whole rows of one table.

    They are only to be looked at: setting an attribute raises AttributeError, and a statement
    that changes the row does not change what was read before.
    """

    def __init__(self, table: type[Model], statement: Executable) -> None:
        self._table = table
        self._prepared = Prepared(statement)
        self._keys = [column.key for column in inspect(table).column_attrs]

    def all(self, session: Session, **values: Any) -> list[Model]:
        return [self._bare(row) for row in self._prepared.all(session, **values)]

    def first(self, session: Session, **values: Any) -> Model | None:
        row = self._prepared.first(session, **values)
        return None if row is None else self._bare(row)

    def _bare(self, row: Any) -> Model:
        bare = object.__new__(self._table)
        bare.__dict__.update(zip(self._keys, row, strict=True))
        return bare


def held(
    session: Session, read: Callable[..., Model | None], lock: Rows[Model], number: int
) -> Model | None:
    """The row of that number, nobody else's to change until this transaction ends.

    `read` is the `once` read of the same row by number, `lock` its statement with `this` bound.
    On SQLite a transaction has the database to itself from its beginning: a row read is held.
    """
    kept: Kept | None = session.info.get(NAME)
    if kept is not None and session.get_bind().dialect.name == "sqlite":
        row: Model | None = read(session, number)
        return row
    row = lock.first(session, this=number)
    keep(session, read, number, value=row)
    return row
