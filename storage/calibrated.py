"""What calibration came to in a period, counted by unit, for the minutes of the panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import case, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.adjustments import APPLIED, REFUSED, Adjustment
from storage.employees import Employee
from storage.returns import DONE, FormReturn
from storage.sittings import CLOSED, OPEN, Sitting


class Discussed(NamedTuple):
    """Rounds about people of one unit: closed ones, open ones, second ones, and their views."""

    unit_id: int
    closed: int
    open: int
    second: int
    keep: int
    high: int
    low: int
    first_at: datetime
    last_at: datetime | None


def by_unit(session: Session, period_id: int) -> Sequence[Discussed]:
    """By unit; rounds about numbers that are gone are not counted."""
    closed = col(Sitting.state) == CLOSED

    def counted(what: Any, where: Any = closed) -> Any:
        return func.coalesce(func.sum(case((where, what), else_=0)), 0)

    columns: list[Any] = [
        col(Employee.unit_id), counted(1), counted(1, col(Sitting.state) == OPEN),
        counted(1, closed & col(Sitting.second)), counted(col(Sitting.keep)),
        counted(col(Sitting.high)), counted(col(Sitting.low)),
        func.min(col(Sitting.opened_at)), func.max(col(Sitting.closed_at)),
    ]  # fmt: skip
    found = (
        select_columns(*columns)
        .join(Employee, col(Employee.id) == col(Sitting.employee_id))
        .where(col(Sitting.period_id) == period_id, col(Sitting.state).in_((OPEN, CLOSED)))
        .group_by(col(Employee.unit_id))
    )
    return [Discussed(*row) for row in session.connection().execute(found)]


def decided(session: Session, period_id: int) -> Sequence[Adjustment]:
    """Adjustments that a head signed or refused, in the order in which they were proposed."""
    found = select(Adjustment).where(
        Adjustment.period_id == period_id, col(Adjustment.state).in_((APPLIED, REFUSED))
    )
    return session.exec(found.order_by(col(Adjustment.id))).all()


def given_back(session: Session, period_id: int) -> Sequence[FormReturn]:
    """Forms that went back to their superiors, oldest first."""
    found = select(FormReturn).where(FormReturn.period_id == period_id, FormReturn.state == DONE)
    return session.exec(found.order_by(col(FormReturn.id))).all()
