"""Whether a result is still open, for everybody who builds something on it."""

from __future__ import annotations

from sqlmodel import Session

from bot.rules.objections import State
from storage import objections, results


def is_open(session: Session, period_id: int, employee_id: int) -> bool:
    """Whether an objection to this person's result waits for its decision."""
    return employee_id in open_people(session, period_id)


def open_people(session: Session, period_id: int) -> frozenset[int]:
    """Everybody whose result of this period is open because of an objection; one statement."""
    return objections.open_people(session, period_id)


def state_of(session: Session, period_id: int, employee_id: int) -> State | None:
    """How far the objection to a result is; None when none was ever written."""
    result = results.of(session, period_id, employee_id)
    row = objections.of_result(session, result.id or 0) if result else None
    return State(row.state) if row else None
