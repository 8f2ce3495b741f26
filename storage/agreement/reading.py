"""Entries of a few actions, oldest first, for what is followed one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from storage.audit.entries import ENTRIES, FACTS


class Entry(NamedTuple):
    """`facts` is None when they were erased, and `{}` when there never were any."""

    number: int
    actor: int | None
    action: str
    about: str  # what stands behind the first stroke of the object
    facts: dict[str, Any] | None


def entries(connection: Connection, actions: Sequence[str]) -> Iterator[Entry]:
    """All entries of these actions."""
    found = (
        select(
            ENTRIES.c.id, ENTRIES.c.actor_id, ENTRIES.c.action, ENTRIES.c.object,
            ENTRIES.c.commitment.is_not(None).label("hidden"), FACTS.c.facts,
        )
        .outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
        .where(ENTRIES.c.action.in_(actions))
        .order_by(ENTRIES.c.id)
    )  # fmt: skip
    for row in connection.execute(found):
        facts = None if row.hidden and row.facts is None else json.loads(row.facts or "{}")
        yield Entry(row.id, row.actor_id, row.action, row.object.partition("/")[2], facts)
