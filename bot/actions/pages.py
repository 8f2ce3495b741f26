"""A long list, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Leaf(NamedTuple, Generic[T]):
    """What stands on one page, which one it is (from 0), and how many there are (at least 1)."""

    items: Sequence[T]
    page: int
    pages: int


def leaf(items: Sequence[T], page: int, size: int) -> Leaf[T]:
    """The page that was asked for, or the nearest that there is."""
    pages = max(1, -(-len(items) // size))
    at = min(max(page, 0), pages - 1)
    return Leaf(items[at * size : (at + 1) * size], at, pages)
