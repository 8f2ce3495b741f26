"""Who asked to be told when something has changed: kept apart from the answer's own row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from storage.surveys.tables import SurveyWish


def add(session: Session, row: SurveyWish) -> None:
    session.add(row)
    session.flush()


def get(session: Session, number: int) -> SurveyWish | None:
    return session.get(SurveyWish, number, populate_existing=True)


def of_answers(session: Session, answer_ids: Collection[int]) -> Sequence[SurveyWish]:
    """Those about these answers not told yet; nobody else has them until this transaction ends."""
    found = select(SurveyWish).where(
        col(SurveyWish.answer_id).in_(answer_ids), col(SurveyWish.told_on).is_(None)
    )
    ordered = found.order_by(col(SurveyWish.id)).with_for_update()
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def count_of(session: Session, answer_ids: Collection[int]) -> int:
    """How many who wrote these would be told."""
    counted = select(func.count()).select_from(SurveyWish)
    within = counted.where(
        col(SurveyWish.answer_id).in_(answer_ids), col(SurveyWish.told_on).is_(None)
    )
    return session.exec(within).one()


def by_secret(session: Session, secret: bytes) -> SurveyWish | None:
    return session.exec(select(SurveyWish).where(SurveyWish.secret == secret)).first()


def count_mine(session: Session, mark: bytes) -> int:
    counted = select(func.count()).select_from(SurveyWish).where(SurveyWish.mark == mark)
    return session.exec(counted).one()


def erase_mine(session: Session, mark: bytes) -> int:
    return session.exec(delete(SurveyWish).where(col(SurveyWish.mark) == mark)).rowcount


def erase_secret(session: Session, secret: bytes) -> int:
    return session.exec(delete(SurveyWish).where(col(SurveyWish.secret) == secret)).rowcount


def erase_before(session: Session, day: date) -> int:
    """Those asked before that day, told or not."""
    return session.exec(delete(SurveyWish).where(col(SurveyWish.asked_on) < day)).rowcount
