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
    at = nearest(page, len(items), size)
    return Leaf(items[at * size : (at + 1) * size], at, pages_of(len(items), size))


def pages_of(total: int, size: int) -> int:
    """How many pages so many lines fill, at least 1."""
    return max(1, -(-total // size))


def nearest(page: int, total: int, size: int) -> int:
    """The page that was asked for, or the nearest that there is, where one leaf alone is read."""
    return min(max(page, 0), max(0, (total - 1) // size))
