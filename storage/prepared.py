"""Statements of every tap: written in SQLAlchemy, built once, given straight to the driver.

SQLAlchemy spends ten times on a statement what the database spends on it, most of it to find out
again what was known the last time. See docs/decisions/0007.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from storage.kept import NAME, Kept

WAY = "way"
Line = tuple[Any, ...]
Shape = tuple[Any, ...]
Change = Callable[[Any], Any]


@dataclass
class Built:
    """A statement in the words of one database: its text, and what changes values on the way.

    `spread` are lists by name, with the name of each of their places.
    """

    text: str
    fixed: dict[str, Any]
    order: Sequence[str] | None
    going: list[tuple[str, Change]]
    spread: list[tuple[str, Sequence[str]]]
    coming: list[tuple[int, Change]] | None = None

    def values(self, given: dict[str, Any]) -> Any:
        """The values in the driver's order, or by name where it takes names."""
        values = {**self.fixed, **given}
        for name, places in self.spread:
            values.update(zip(places, values.pop(name), strict=True))
        for name, change in self.going:
            values[name] = change(values[name])
        if self.order is None:
            return values
        return tuple([values[name] for name in self.order])

    def line(self, row: Line) -> Line:
        """A row as the statement's types give it."""
        if not self.coming:
            return row
        line = list(row)
        for at, change in self.coming:
            line[at] = change(line[at])
        return tuple(line)


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
        cursor = self.open()
        try:
            self.dialect.do_execute(cursor, text, values, None)
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
        self._statement: Any = replacement_traverse(statement, {}, _written)
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

    def _run(self, session: Session, values: dict[str, Any]) -> tuple[Any, Built]:
        session.flush()
        way: Way = session.info.get(WAY) or Way.of(session)
        shape = (self, *values, *[len(values[name]) for name in self._lists])
        built = way.built.get(shape)
        if built is None:
            built = way.built[shape] = _build(self._statement, way.dialect, values)
        if self._changes is not None:
            way.kept.changed(self._changes)
        elif self._locks and not way.alone:
            way.kept.locked()
        cursor = way.say(built.text, built.values(values))
        if built.coming is None:
            built.coming = _coming(self._statement, way.dialect, cursor)
        return cursor, built


def _written(element: Any, **_: Any) -> Any:
    """A constant of the statement goes into its text, so that partial indexes are known to fit.

    SQLite plans a statement anew for every value that such an index depends on: 300 µs a tap.
    """
    if isinstance(element, BindParameter) and not element.required and _is_plain(element.value):
        return element.render_literal_execute()
    return None


def _is_plain(value: Any) -> bool:
    if isinstance(value, list | tuple | set | frozenset):
        return all(_is_plain(one) for one in value)
    return type(value) in (str, int)


def _build(statement: Any, dialect: Dialect, given: dict[str, Any]) -> Built:
    names = list(given) if getattr(statement, "is_dml", False) else None
    compiled = statement.compile(dialect=dialect, column_keys=names)
    if compiled.insert_prefetch or compiled.update_prefetch:
        raise TypeError(f"a prepared statement names every value: {compiled}")
    whole = compiled.construct_expanded_state({**compiled.params, **given})
    going: dict[str, Change] = {}
    fixed: dict[str, Any] = {}
    for bind, name in compiled.bind_names.items():
        change = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if change is not None:
            going.update(dict.fromkeys(whole.parameter_expansion.get(name, [name]), change))
        if name not in given:
            if bind.required:
                raise TypeError(f"{name} is not given: {compiled}")
            fixed[name] = compiled.params[name]
    order = whole.positiontup if dialect.positional else None
    spread = list(whole.parameter_expansion.items())
    return Built(whole.statement, fixed, order, list(going.items()), spread)


def _coming(statement: Any, dialect: Dialect, cursor: Any) -> list[tuple[int, Change]]:
    columns = list(getattr(statement, "exported_columns", ()))
    if not columns:
        return []  # nothing comes, or words of our own, whose types nobody told
    assert len(columns) == len(cursor.description), str(statement)
    found = []
    for at, (column, told) in enumerate(zip(columns, cursor.description, strict=True)):
        change = column.type.dialect_impl(dialect).result_processor(dialect, told[1])
        if change is not None:
            found.append((at, change))
    return found
