"""Statements of every tap: written in SQLAlchemy, built once, given straight to the driver.

SQLAlchemy spends ten times on a statement what the database spends on it, most of it to find out
again what was known the last time. See docs/decisions/0007.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from storage.built import Built, Line, build, coming, written
from storage.kept import NAME, Kept

WAY = "way"
Shape = tuple[Any, ...]


class Way:
    """One transaction's way to the driver."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self.kept = kept
        self.dialect = connection.dialect
        self.alone = connection.dialect.name == "sqlite"
        self._connection = connection
        self.open = connection.connection.cursor
        self.built = _BUILT.setdefault(connection.dialect, {})

    @classmethod
    def of(cls, session: Session) -> Way:
        """For a session that nobody prepared."""
        return cls(session.connection(), session.info.get(NAME) or Kept())

    def say(self, text: str, values: Any = ()) -> Any:
        """Give these words to the driver; the cursor. Faults are those that SQLAlchemy raises."""
        return self._said(self.dialect.do_execute, text, values)

    def repeat(self, text: str, many: Sequence[Any]) -> int:
        """The same once for each of these values, in one go; how many rows were changed."""
        cursor = self._said(self.dialect.do_executemany, text, many)
        count: int = cursor.rowcount
        cursor.close()
        return count

    def _said(self, give: Callable[..., None], text: str, values: Any) -> Any:
        cursor = self.open()
        try:
            give(cursor, text, values, None)
        except self.dialect.loaded_dbapi.Error as fault:
            raise self.told(text, fault) from fault
        return cursor

    def told(self, text: str, fault: Any) -> BaseException:
        """The fault as SQLAlchemy would raise it; a connection that is gone is not used again."""
        driver = self.dialect.loaded_dbapi
        gone = self.dialect.is_disconnect(fault, self._connection.connection, None)
        if gone:
            self._connection.invalidate(fault)
        args = (text, None, fault, driver.Error, True, gone, self.dialect)
        return cast(BaseException, DBAPIError.instance(*args))


_BUILT: WeakKeyDictionary[Dialect, dict[Shape, Built]] = WeakKeyDictionary()


class Prepared:
    """A statement with named bind parameters. Faults are those that SQLAlchemy raises.

    It is built anew for other names of values, and for a list (`IN`) of another length.
    """

    def __init__(self, statement: Any) -> None:
        self._statement: Any = replacement_traverse(statement, {}, written)
        writes = bool(getattr(statement, "is_dml", False))
        self._changes: str | None = self._statement.table.name if writes else None
        self._locks = getattr(statement, "_for_update_arg", None) is not None
        self._lists = tuple(
            bind.key
            for bind in iterate(self._statement)
            if isinstance(bind, BindParameter) and bind.expanding and bind.required
        )

    def first(self, session: Session, **values: Any) -> Line | None:
        """The first row, or None."""
        cursor, built = self._run(session, values)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else built.line(row)

    def all(self, session: Session, **values: Any) -> list[Line]:
        cursor, built = self._run(session, values)
        rows = cursor.fetchall()
        cursor.close()
        return [built.line(row) for row in rows]

    def value(self, session: Session, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.first(session, **values)
        return None if row is None else row[0]

    def change(self, session: Session, **values: Any) -> int:
        """How many rows were changed."""
        cursor, _ = self._run(session, values)
        count: int = cursor.rowcount
        cursor.close()
        return count

    def change_each(self, session: Session, rows: Sequence[dict[str, Any]]) -> int:
        """Change once with each of these, of the same names; how many rows were changed."""
        if not rows:
            return 0
        way, built = self._ready(session, rows[0])
        return way.repeat(built.text, [built.values(row) for row in rows])

    def _run(self, session: Session, values: dict[str, Any]) -> tuple[Any, Built]:
        way, built = self._ready(session, values)
        cursor = way.say(built.text, built.values(values))
        if built.coming is None:
            built.coming = coming(self._statement, way.dialect, cursor)
        return cursor, built

    def _ready(self, session: Session, values: dict[str, Any]) -> tuple[Way, Built]:
        session.flush()
        way: Way = session.info.get(WAY) or Way.of(session)
        shape = (self, *values, *[len(values[name]) for name in self._lists])
        built = way.built.get(shape)
        if built is None:
            built = way.built[shape] = build(self._statement, way.dialect, values)
        if self._changes is not None:
            way.kept.changed(self._changes)
        elif self._locks and not way.alone:
            way.kept.locked()
        return way, built
