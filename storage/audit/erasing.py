"""Lawful erasure: facts go, the chain stays, and the chain says which went."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, or_, select
from sqlmodel import Session, col

from bot.rules import audit as rules
from storage.audit.entries import AuditEntry, AuditFacts
from storage.audit.recording import record


def erase(
    session: Session,
    now: datetime,
    actor_id: int | None,
    employee_id: int,
    objects: Collection[str] = (),
) -> int:
    """Delete the facts of entries by a person, about the person, or about these objects.

    How many. They cannot be recovered, nor guessed from the chain. Facts that account for
    earlier erasures stay; they hold numbers of entries only.
    """
    hers = or_(
        col(AuditEntry.actor_id) == employee_id,
        col(AuditEntry.object).in_([f"employee/{employee_id}", *objects]),
    )
    found = (
        select(col(AuditFacts.entry_id))
        .join(AuditEntry, col(AuditEntry.id) == col(AuditFacts.entry_id))
        .where(hers, col(AuditEntry.action) != rules.ERASE)
        .order_by(col(AuditFacts.entry_id))
    )
    return _gone(session, now, actor_id, employee_id, found)


def erase_of(
    session: Session, now: datetime, actor_id: int | None, employee_id: int,
    action: str, objects: Collection[str],
) -> int:  # fmt: skip
    """Delete the facts of entries of this one action about these objects, as `employee_id` asks.

    How many. For words that go while the rest of what a person did is kept.
    """
    found = (
        select(col(AuditFacts.entry_id))
        .join(AuditEntry, col(AuditEntry.id) == col(AuditFacts.entry_id))
        .where(col(AuditEntry.object).in_(objects), col(AuditEntry.action) == action)
        .order_by(col(AuditFacts.entry_id))
    )
    return _gone(session, now, actor_id, employee_id, found)


def _gone(
    session: Session, now: datetime, actor_id: int | None, employee_id: int, found: Select[Any]
) -> int:
    numbers = list(session.connection().execute(found).scalars())
    if numbers:
        gone = delete(AuditFacts).where(col(AuditFacts.entry_id).in_(found.scalar_subquery()))
        session.connection().execute(gone)
        record(
            session, now, actor_id, rules.ERASE, f"employee/{employee_id}", {"entries": numbers}
        )
    return len(numbers)
