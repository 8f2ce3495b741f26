"""What an erasure comes to, and how it names the rows that go."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlmodel import SQLModel


class Erased(NamedTuple):
    """How many rows; files that may have lost their last row; thanks that lost their words."""

    rows: int
    files: frozenset[str] = frozenset()
    thanks: tuple[int, ...] = ()


Where = tuple[type[SQLModel], tuple[Any, ...]]
