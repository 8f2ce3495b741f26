"""Wordings as they were proposed, agreed and changed."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from sqlmodel import Session, col, select

from bot.rules.expectations import State, Wording
from bot.rules.figures import Counting
from storage.expectations.tables import PlannedResult, PlannedWording


def get(session: Session, planned_id: int) -> PlannedResult | None:
    return session.get(PlannedResult, planned_id, populate_existing=True)


def wording(session: Session, wording_id: int) -> tuple[PlannedResult, Wording] | None:
    """One wording and what it belongs to."""
    found = session.exec(_both().where(col(PlannedWording.id) == wording_id)).first()
    return None if found is None else (found[0], _read(found[1]))


def wordings(session: Session, planned_id: int) -> list[Wording]:
    """Every wording of one planned result, oldest first."""
    found = _both().where(col(PlannedResult.id) == planned_id)
    return [_read(row) for _, row in session.exec(found.order_by(col(PlannedWording.edition)))]


def of_people(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> dict[int, dict[int, list[Wording]]]:
    """Wordings by person and planned result, both in the order in which they came."""
    found = _both().where(
        col(PlannedResult.period_id) == period_id,
        col(PlannedResult.employee_id).in_(employee_ids),
    )
    people: dict[int, dict[int, list[Wording]]] = {}
    for planned, row in session.exec(
        found.order_by(col(PlannedResult.id), col(PlannedWording.edition))
    ):
        own = people.setdefault(planned.employee_id, {})
        own.setdefault(planned.id or 0, []).append(_read(row))
    return people


def _both() -> Any:
    return (
        select(PlannedResult, PlannedWording)
        .join(PlannedWording, col(PlannedWording.planned_id) == col(PlannedResult.id))
        .execution_options(populate_existing=True)
    )


def _read(row: PlannedWording) -> Wording:
    return Wording(
        number=row.id or 0,
        planned=row.planned_id,
        edition=row.edition,
        state=State(row.state),
        text=row.text,
        indicator=row.indicator,
        supports=row.supports_id,
        target=Decimal(row.target) if row.target else None,
        unit=row.unit,
        counting=Counting(row.counting) if row.counting else None,
        ends=row.ends,
        reason=row.reason,
        round=row.round,
        written_at=row.written_at,
        proposed_at=row.proposed_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        note=row.note,
        set_aside=row.set_aside_at is not None,
    )
