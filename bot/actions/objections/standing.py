"""Whether a result is still open, for everybody who builds something on it."""

from __future__ import annotations

from sqlmodel import Session

from storage import objections


def open_people(session: Session, period_id: int) -> frozenset[int]:
    """Everybody whose result of this period is open because of an objection; one statement."""
    return objections.open_people(session, period_id)
