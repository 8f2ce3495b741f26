"""Which objections there are, and how they ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, or_, select

from storage.objections.objection import OPEN, Objection


def get(session: Session, objection_id: int) -> Objection | None:
    """As it is now."""
    return session.get(Objection, objection_id, populate_existing=True)


def of_result(session: Session, result_id: int) -> Objection | None:
    return session.exec(select(Objection).where(Objection.result_id == result_id)).first()


def of_employee(session: Session, employee_id: int) -> Sequence[Objection]:
    """Newest first."""
    mine = select(Objection).where(Objection.employee_id == employee_id)
    return session.exec(mine.order_by(col(Objection.id).desc())).all()


def open_ones(session: Session) -> Sequence[Objection]:
    """All that wait for a decision, the most urgent first."""
    found = select(Objection).where(Objection.state == OPEN)
    return session.exec(found.order_by(col(Objection.decision_until), col(Objection.id))).all()


def open_people(session: Session, period_id: int) -> frozenset[int]:
    """Whose result of this period is open because of an objection."""
    found = select(Objection.employee_id).where(
        Objection.period_id == period_id, Objection.state == OPEN
    )
    return frozenset(session.exec(found))


def states_of(session: Session, period_id: int) -> Mapping[int, str]:
    """How far the objection of each employee of a period is."""
    found = select(Objection.employee_id, Objection.state).where(Objection.period_id == period_id)
    return dict(session.exec(found).all())


def to_look_at(session: Session, today: date, limit: int) -> Sequence[Objection]:
    """Open ones that were not looked at today."""
    found = select(Objection).where(
        Objection.state == OPEN,
        or_(col(Objection.looked_on).is_(None), col(Objection.looked_on) < today),
    )
    return session.exec(found.order_by(col(Objection.id)).limit(limit)).all()


def decided_levels(
    session: Session, result_ids: Collection[int]
) -> Sequence[tuple[int, int, str]]:
    """Result, edition it made, and levels of every decision that changed one of these."""
    found = select(Objection.result_id, Objection.made, Objection.levels).where(
        col(Objection.result_id).in_(result_ids), col(Objection.made).is_not(None)
    )
    return [(result, made or 0, levels) for result, made, levels in session.exec(found)]
