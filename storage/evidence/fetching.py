"""Files that are still at Telegram: leased, then settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, col

from bot.rules.evidence import EvidenceState
from storage.evidence.file import Evidence
from storage.prepared import Prepared


class ToFetch(NamedTuple):
    """`table` names where it is a row: `evidence`, `exhibit`, `learningproof`."""

    evidence_id: int
    file_id: str
    size: int | None
    table: str = "evidence"


def lease(
    session: Session, now: datetime, until: datetime, limit: int, table: Any = Evidence
) -> Sequence[ToFetch]:
    """Files whose turn it is, oldest first; they come back when nothing is heard until then."""
    ids = [row[0] for row in _due(table).all(session, now=now, limit=limit)]
    if not ids:
        return []
    taken = (
        update(table)
        .where(
            col(table.id).in_(ids),
            col(table.state) == EvidenceState.WAITING,
            col(table.fetch_at) <= now,
        )
        .values(fetch_at=until)
        .returning(col(table.id), col(table.file_id), col(table.size))
    )
    rows = session.connection().execute(taken)
    name = table.__tablename__
    return sorted(ToFetch(number or 0, file_id, size, name) for number, file_id, size in rows)


@cache
def _due(table: Any) -> Prepared:
    waits = (col(table.state) == EvidenceState.WAITING, col(table.fetch_at) <= bindparam("now"))
    found = select(col(table.id)).where(*waits)
    return Prepared(found.order_by(col(table.fetch_at), col(table.id)).limit(bindparam("limit")))


def settle(session: Session, evidence_id: int, table: Any = Evidence, **values: Any) -> bool:
    """Change evidence that is still waiting; whether it was."""
    changed = session.connection().execute(
        update(table)
        .where(col(table.id) == evidence_id, col(table.state) == EvidenceState.WAITING)
        .values(**values)
    )
    return changed.rowcount == 1
