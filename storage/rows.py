"""Statements of every tap: built once, and the rows they give belong to no session.

The ORM would build the statement, look for each row among those it knows, and watch it for
changes: that costs several times what the database needs. See docs/decisions/0007.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from sqlalchemy import Executable, inspect
from sqlmodel import Session, SQLModel

Model = TypeVar("Model", bound=SQLModel)


class Rows(Generic[Model]):
    """A statement with named bind parameters that gives whole rows of one table.

    They are only to be looked at: setting an attribute raises AttributeError, and a statement
    that changes the row does not change what was read before.
    """

    def __init__(self, table: type[Model], statement: Executable) -> None:
        self._table = table
        self._statement = statement
        self._keys = [column.key for column in inspect(table).column_attrs]

    def all(self, session: Session, **values: Any) -> list[Model]:
        session.flush()
        rows = session.connection().execute(self._statement, values)
        return [self._bare(row) for row in rows]

    def first(self, session: Session, **values: Any) -> Model | None:
        session.flush()
        row = session.connection().execute(self._statement, values).first()
        return None if row is None else self._bare(row)

    def _bare(self, row: Any) -> Model:
        bare = object.__new__(self._table)
        bare.__dict__.update(zip(self._keys, row, strict=True))
        return bare
