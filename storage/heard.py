"""Who wants to know at once that something was written, instead of looking again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from sqlmodel import SQLModel


class Heard:
    """Calls back, on the database's thread and after the commit, for tables that were written.

    Only for haste: what another process writes is not heard of here.
    """

    def __init__(self) -> None:
        self._wanted: list[tuple[frozenset[str], Callable[[], None]]] = []

    @contextmanager
    def calling(self, back: Callable[[], None], *tables: type[SQLModel]) -> Iterator[None]:
        """As long as it lasts, `back` hears of these tables."""
        wanted = frozenset(str(table.__tablename__) for table in tables), back
        self._wanted.append(wanted)
        try:
            yield
        finally:
            self._wanted.remove(wanted)

    def of(self, written: Collection[str]) -> None:
        """These tables were written, and it is committed."""
        for tables, back in tuple(self._wanted):
            if not tables.isdisjoint(written):
                back()
