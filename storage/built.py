"""A statement in the words of one database, and what changes values on the way there and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Dialect

from storage.columns import Moment

Line = tuple[Any, ...]
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


def build(statement: Any, dialect: Dialect, given: dict[str, Any]) -> Built:
    """For values of these names. TypeError when one is missing, or SQLAlchemy would add one."""
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
            change = lru_cache(maxsize=64)(change) if isinstance(bind.type, Moment) else change
            going.update(dict.fromkeys(whole.parameter_expansion.get(name, [name]), change))
        if name not in given:
            if bind.required:
                raise TypeError(f"{name} is not given: {compiled}")
            fixed[name] = compiled.params[name]
    order = whole.positiontup if dialect.positional else None
    spread = list(whole.parameter_expansion.items())
    return Built(whole.statement, fixed, order, list(going.items()), spread)


def coming(statement: Any, dialect: Dialect, cursor: Any) -> list[tuple[int, Change]]:
    """What changes the columns of its rows, by their place."""
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


def written(element: Any, **_: Any) -> Any:
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
