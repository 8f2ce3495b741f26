"""Within one transaction nothing is read twice, until a statement changes or locks its table.

A screen is drawn in the transaction of the act that leads to it, and both ask for much the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine, event
from sqlalchemy.sql import ClauseElement
from sqlmodel import Session

NAME = "kept"
LASTING = ("schemeversion",)
"""Never changed, only followed by others, whose first day is to come."""


class Kept:
    """What one session has read, by function and arguments, and the tables it depends on.

    `held`: rows that are its own until its transaction ends, by their read and number.
    """

    def __init__(self) -> None:
        self.reads: dict[tuple[Any, ...], tuple[tuple[str, ...], Any]] = {}
        self.written: set[str] = set()
        self.held: set[tuple[Callable[..., Any], int]] = set()

    def changed(self, table: str) -> None:
        """A statement changes this table: whatever was read of it is read again."""
        self.written.add(table)
        self.drop(table)

    def drop(self, table: str) -> None:
        """Whatever was read of this table is read again."""
        if self.reads:
            self.reads = {key: read for key, read in self.reads.items() if table not in read[0]}

    def locked(self) -> None:
        """Others may have changed anything while this transaction waited; nobody what lasts."""
        if self.reads:
            self.reads = {key: read for key, read in self.reads.items() if read[0] == LASTING}


Read = TypeVar("Read", bound=Callable[..., Any])


def once(*tables: str) -> Callable[[Read], Read]:
    """A read that depends on these tables alone is made once. Its arguments are hashable."""

    def decorate(read: Read) -> Read:
        @wraps(read)
        def again(session: Session, *args: Any, **kwargs: Any) -> Any:
            kept: Kept | None = session.info.get(NAME)
            if kept is None:
                return read(session, *args, **kwargs)
            session.flush()
            key = (read, args, tuple(sorted(kwargs.items()))) if kwargs else (read, args)
            if key not in kept.reads:
                kept.reads[key] = (tables, read(session, *args, **kwargs))
            return kept.reads[key][1]

        again.tables = tables  # type: ignore[attr-defined]
        return cast(Read, again)

    return decorate


def keep(session: Session, read: Callable[..., Any], *args: Any, value: Any) -> None:
    """What this `once` read would give now is known from another statement."""
    kept: Kept | None = session.info.get(NAME)
    if kept is not None:
        here = read.__wrapped__, args  # type: ignore[attr-defined]
        kept.reads[here] = (read.tables, value)  # type: ignore[attr-defined]


def hold(session: Session, read: Callable[..., Any], number: int) -> None:
    """This row is nobody else's to change any more: it was locked, changed, or made here."""
    kept: Kept | None = session.info.get(NAME)
    if kept is not None:
        kept.held.add((read, number))


def holds(session: Session, read: Callable[..., Any], number: int) -> bool:
    """Whether locking this row again would wait for nobody."""
    kept: Kept | None = session.info.get(NAME)
    return kept is not None and (read, number) in kept.held


def look_again(session: Session, table: str) -> None:
    """Others may have changed this table while a statement waited."""
    kept: Kept | None = session.info.get(NAME)
    if kept is not None:
        kept.drop(table)


def knows(session: Session, read: Callable[..., Any], *args: Any) -> bool:
    """Whether this `once` read would ask nobody."""
    kept: Kept | None = session.info.get(NAME)
    return kept is not None and (read.__wrapped__, args) in kept.reads  # type: ignore[attr-defined]


def watch(engine: Engine) -> None:
    """Let every statement on this engine tell the transaction's `Kept` what it changes.

    On SQLite a transaction that may lock rows has the whole database to itself from its beginning.
    """
    waits = engine.dialect.name != "sqlite"

    @event.listens_for(engine, "before_execute")
    def told(
        connection: Connection, statement: ClauseElement, _many: Any, _one: Any, _options: Any
    ) -> None:
        kept: Kept | None = connection.get_execution_options().get(NAME)
        if kept is None:
            return
        if getattr(statement, "is_dml", False):
            kept.changed(statement.table.name)  # type: ignore[attr-defined]
        elif waits and getattr(statement, "_for_update_arg", None) is not None:
            kept.locked()
