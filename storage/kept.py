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


class Kept:
    """What one session has read, by function and arguments, and the tables it depends on."""

    def __init__(self) -> None:
        self.reads: dict[tuple[Any, ...], tuple[tuple[str, ...], Any]] = {}

    def changed(self, table: str) -> None:
        """A statement changes this table: whatever was read of it is read again."""
        self.reads = {key: read for key, read in self.reads.items() if table not in read[0]}

    def locked(self) -> None:
        """Others may have changed anything while this transaction waited."""
        self.reads.clear()


Read = TypeVar("Read", bound=Callable[..., Any])


def once(*tables: str) -> Callable[[Read], Read]:
    """A read that depends on these tables alone is made once. Its arguments are hashable."""

    def decorate(read: Read) -> Read:
        @wraps(read)
        def again(session: Session, *args: Any, **kwargs: Any) -> Any:
            kept: Kept | None = session.info.get(NAME)
            if kept is None:
                return read(session, *args, **kwargs)
            if session.new or session.dirty or session.deleted:
                session.flush()
            key = (read, args, tuple(sorted(kwargs.items())))
            if key not in kept.reads:
                kept.reads[key] = (tables, read(session, *args, **kwargs))
            return kept.reads[key][1]

        return cast(Read, again)

    return decorate


def watch(engine: Engine) -> None:
    """Let every statement on this engine tell the transaction's `Kept` what it changes."""

    @event.listens_for(engine, "before_execute")
    def told(
        connection: Connection, statement: ClauseElement, _many: Any, _one: Any, _options: Any
    ) -> None:
        kept: Kept | None = connection.get_execution_options().get(NAME)
        if kept is None:
            return
        if getattr(statement, "is_dml", False):
            kept.changed(statement.table.name)  # type: ignore[attr-defined]
        elif getattr(statement, "_for_update_arg", None) is not None:
            kept.locked()
