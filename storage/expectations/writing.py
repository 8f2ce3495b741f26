"""Drafts, proposals and decisions; what was proposed once is never written anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, update
from sqlmodel import Session, col, select

from bot.rules.expectations import State, Wording
from storage.expectations.tables import WAITS, PlannedResult, PlannedWording

_KEPT = ("text", "indicator", "supports_id", "target", "unit", "counting", "reason")


def begin(session: Session, period_id: int, employee_id: int, now: datetime) -> int:
    """A new planned result with an empty draft; the draft's number."""
    planned = PlannedResult(period_id=period_id, employee_id=employee_id, created_at=now)
    session.add(planned)
    session.flush()
    row = PlannedWording(planned_id=planned.id or 0, written_at=now)
    session.add(row)
    session.flush()
    return row.id or 0


def rewrite(session: Session, wording_id: int, now: datetime, **values: Any) -> int:
    """A draft that says what this wording said, but for `values`; its number."""
    old = session.get(PlannedWording, wording_id, populate_existing=True)
    assert old is not None
    said = {name: getattr(old, name) for name in _KEPT} | values
    row = {"set_aside_at": None, "proposed_at": None, "decided_at": None, "decided_by": None}
    blank = {"state": State.DRAFT, "ends": False, "round": 0, "note": "", "written_at": now}
    here = {"planned_id": old.planned_id, "edition": _newest(session, old.planned_id) + 1}
    made = insert(PlannedWording).values({**row, **blank, **said, **here})
    number = session.connection().execute(made.returning(col(PlannedWording.id))).scalar_one()
    return number or 0


def fill(session: Session, wording_id: int, now: datetime, **values: Any) -> bool:
    """Write into a draft; False when it is none any more."""
    draft = (col(PlannedWording.id) == wording_id, col(PlannedWording.state) == State.DRAFT)
    return _change(session, draft, {**values, "written_at": now})


def propose(session: Session, wording_id: int, round_: int, now: datetime) -> bool:
    """Hand a draft over; False when it is none any more."""
    draft = (col(PlannedWording.id) == wording_id, col(PlannedWording.state) == State.DRAFT)
    values = {"state": State.PROPOSED, "round": round_, "proposed_at": now}
    return _change(session, draft, values)


def decide(
    session: Session, wording_id: int, state: State, by: int, now: datetime, note: str = ""
) -> bool:
    """Agree to what waits or send it back, once; False when it waits no longer."""
    values = {"state": state, "decided_at": now, "decided_by": by, "note": note}
    return _change(session, (col(PlannedWording.id) == wording_id, *WAITS), values)


def put_aside(session: Session, wording_id: int, now: datetime) -> bool:
    """Take back what waits or came back; it stays in the trace. False when neither is so."""
    here = (
        col(PlannedWording.id) == wording_id,
        col(PlannedWording.state).in_((State.PROPOSED, State.RETURNED)),
        col(PlannedWording.set_aside_at).is_(None),
    )
    return _change(session, here, {"set_aside_at": now})


def drop(session: Session, one: Wording) -> None:
    """Throw a draft away, and what it belongs to if nothing else ever was."""
    session.exec(delete(PlannedWording).where(col(PlannedWording.id) == one.number))
    if one.edition == 1:
        session.exec(delete(PlannedResult).where(col(PlannedResult.id) == one.planned))


def _change(session: Session, where: Sequence[Any], values: dict[str, Any]) -> bool:
    return session.exec(update(PlannedWording).where(*where).values(values)).rowcount == 1


def _newest(session: Session, planned_id: int) -> int:
    newest = select(func.max(PlannedWording.edition)).where(
        PlannedWording.planned_id == planned_id
    )
    return session.exec(newest).one()
