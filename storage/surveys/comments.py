"""What citizens wrote: looked at by the desk, then read by who can change something."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from storage.surveys.tables import SurveyComment

_WAITS = col(SurveyComment.cleared_on).is_(None)


def add(session: Session, answer_id: int, unit_id: int, text: str) -> None:
    session.add(SurveyComment(answer_id=answer_id, unit_id=unit_id, text=text))
    session.flush()


def get(session: Session, answer_id: int) -> SurveyComment | None:
    return session.get(SurveyComment, answer_id, populate_existing=True)


def lock(session: Session, answer_id: int) -> SurveyComment | None:
    """As it is now; nobody else changes it until this transaction ends."""
    found = select(SurveyComment).where(SurveyComment.answer_id == answer_id).with_for_update()
    return session.exec(found.execution_options(populate_existing=True)).first()


def put(session: Session, row: SurveyComment) -> None:
    session.add(row)
    session.flush()


def waiting(
    session: Session, units: Collection[int] | None, skip: int, limit: int
) -> Sequence[SurveyComment]:
    """Nobody has looked at them yet. `units` None: of all units."""
    found = select(SurveyComment).where(_WAITS, *_within(units))
    return session.exec(
        found.order_by(col(SurveyComment.answer_id)).offset(skip).limit(limit)
    ).all()


def count_waiting(session: Session, units: Collection[int] | None) -> int:
    counted = select(func.count()).select_from(SurveyComment)
    return session.exec(counted.where(_WAITS, *_within(units))).one()


_CLEARED = (col(SurveyComment.cleared_on).is_not(None), col(SurveyComment.dismissed).is_(False))


def cleared(
    session: Session, units: Collection[int] | None, skip: int, limit: int
) -> Sequence[SurveyComment]:
    """What others may read, newest first."""
    found = select(SurveyComment).where(*_CLEARED, *_within(units))
    order = (col(SurveyComment.cleared_on).desc(), col(SurveyComment.answer_id))
    return session.exec(found.order_by(*order).offset(skip).limit(limit)).all()


def count_cleared(session: Session, units: Collection[int] | None) -> int:
    counted = select(func.count()).select_from(SurveyComment)
    return session.exec(counted.where(*_CLEARED, *_within(units))).one()


def _within(units: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if units is None else [col(SurveyComment.unit_id).in_(units)]
