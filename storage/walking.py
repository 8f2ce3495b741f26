"""Walking along rows by their numbers, a chunk at a time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import col


class _Unsorted(FunctionElement[int]):
    """A column by which SQLite chooses no index; PostgreSQL knows how many rows each would give.

    SQLite would take all rows of the period from its index and sort them by number, for every
    chunk anew: 100,000 people times 334 chunks. https://sqlite.org/optoverview.html#uplus
    """

    type = Integer()
    inherit_cache = True


@compiles(_Unsorted)
def _plain(element: _Unsorted, compiler: Any, **kwargs: Any) -> str:
    return str(compiler.process(*element.clauses, **kwargs))


@compiles(_Unsorted, "sqlite")
def _by_number(element: _Unsorted, compiler: Any, **kwargs: Any) -> str:
    return f"+{compiler.process(*element.clauses, **kwargs)}"


def of_period(period_id: Any, number: int) -> ColumnElement[bool]:
    """Rows of that period, for a statement that reads some beyond a number, in that order."""
    return _Unsorted(col(period_id)) == number


def among(column: Any, numbers: Collection[int]) -> ColumnElement[bool]:
    """Rows whose column is one of these numbers, for such a statement."""
    return _Unsorted(col(column)).in_(numbers)
