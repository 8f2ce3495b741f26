"""One-time visit tickets: a row a batch, and one for each that was used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from storage.surveys.tables import SurveyBatch, SurveySpent
from storage.upsert import insert_new


def issue(session: Session, row: SurveyBatch) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def batch(session: Session, batch_id: int) -> SurveyBatch | None:
    return session.get(SurveyBatch, batch_id, populate_existing=True)


def is_spent(session: Session, batch_id: int, number: int) -> bool:
    return session.get(SurveySpent, (batch_id, number), populate_existing=True) is not None


def spend(session: Session, batch_id: int, number: int, day: date) -> bool:
    """Use a ticket; False when it was used before. Of two at once, one."""
    values = {"batch_id": batch_id, "number": number, "used_on": day}
    return insert_new(session, SurveySpent, values)


def end(session: Session, batch_id: int, day: date) -> bool:
    """No unused ticket of the batch counts from now on; whether it was open."""
    this = (col(SurveyBatch.id) == batch_id, col(SurveyBatch.ended_on).is_(None))
    return session.exec(update(SurveyBatch).where(*this).values(ended_on=day)).rowcount == 1


def used(session: Session, batch_id: int) -> frozenset[int]:
    """The numbers of a batch that were used."""
    found = select(SurveySpent.number).where(SurveySpent.batch_id == batch_id)
    return frozenset(session.exec(found))


def printed(session: Session, counter_id: int, limit: int) -> Sequence[tuple[SurveyBatch, int]]:
    """Printed batches of a counter, newest first, each with how many of it were used."""
    counted = (
        select(func.count())
        .where(col(SurveySpent.batch_id) == col(SurveyBatch.id))
        .scalar_subquery()
    )
    found = select(SurveyBatch, counted).where(
        SurveyBatch.counter_id == counter_id, col(SurveyBatch.printed)
    )
    rows = session.exec(found.order_by(col(SurveyBatch.id).desc()).limit(limit))
    return [(row[0], row[1]) for row in rows]
