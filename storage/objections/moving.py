"""An objection from its draft to its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from bot.rules.objections import Outcome, State
from storage.objections.objection import OPEN, Objection
from storage.objections.reading import get, of_result
from storage.results import Result
from storage.upsert import insert_new


def begin(session: Session, result: Result, now: datetime) -> Objection:
    """The objection to this result, begun now unless there is one."""
    values = {
        "result_id": result.id, "period_id": result.period_id,
        "employee_id": result.employee_id, "edition": result.edition, "state": State.DRAFT,
        "indicators": "", "reasons": "", "written_at": now, "outcome": "", "levels": "",
    }  # fmt: skip
    insert_new(session, Objection, values)
    found = of_result(session, result.id or 0)
    assert found is not None
    return found


def write(session: Session, objection_id: int, **values: Any) -> bool:
    """Change a draft; False when it is none any more."""
    return _move(session, objection_id, State.DRAFT, values)


def file(session: Session, objection_id: int, **values: Any) -> bool:
    """Hand a draft in; False when it is none any more."""
    return _move(session, objection_id, State.DRAFT, {"state": State.FILED, **values})


def change(session: Session, objection_id: int, **values: Any) -> bool:
    """Note something of one that waits; False when it no longer does."""
    return _move(session, objection_id, OPEN, values)


def name(
    session: Session, objection_id: int, before: int | None, person: int, by: int, now: datetime
) -> bool:
    """Put a reviewer in the place of the one `before`; False when somebody else did."""
    here = (
        col(Objection.id) == objection_id,
        col(Objection.state) == OPEN,
        col(Objection.named_id).is_not_distinct_from(before),
    )
    values = {"named_id": person, "named_by": by, "named_at": now}
    return session.exec(update(Objection).where(*here).values(**values)).rowcount == 1


def withdraw(session: Session, objection_id: int, now: datetime) -> bool:
    """End it by its own person; False when it no longer waits."""
    return change(session, objection_id, state=State.WITHDRAWN, withdrawn_at=now)


def decide(
    session: Session, objection_id: int, by: int, now: datetime, outcome: Outcome, answer: str,
    levels: str, made: int | None,
) -> bool:  # fmt: skip
    """Decide it once; False when somebody did, or it was withdrawn."""
    return change(
        session, objection_id, state=State.DECIDED, decided_by=by, decided_at=now,
        outcome=outcome, answer=answer, levels=levels, made=made,
    )  # fmt: skip


def discard(session: Session, objection_id: int) -> bool:
    """Throw a draft away; False when it is none."""
    row = get(session, objection_id)
    if row is None or row.state != State.DRAFT:
        return False
    session.delete(row)
    session.flush()
    return True


def _move(session: Session, objection_id: int, before: str, values: Mapping[str, Any]) -> bool:
    here = (col(Objection.id) == objection_id, col(Objection.state) == before)
    return session.exec(update(Objection).where(*here).values(**values)).rowcount == 1
