"""What was done since: by the numbers of entries, which only ever grow."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from storage.audit.entries import AuditEntry
from storage.prepared import Prepared

_NEWEST = Prepared(select(func.max(col(AuditEntry.id))))
_SINCE = Prepared(
    select(col(AuditEntry.action)).distinct().where(col(AuditEntry.id) > bindparam("number"))
)


def newest(session: Session) -> int:
    """The number of the newest entry that is committed, 0 where there is none."""
    return _NEWEST.value(session) or 0


def acts_since(session: Session, number: int) -> frozenset[str]:
    """What was done, by name, in entries behind this one."""
    return frozenset(row[0] for row in _SINCE.all(session, number=number))
