"""Files that prove what somebody learned, fetched like other evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, delete, func
from sqlmodel import Field, Session, col, select

from storage.evidence import EvidenceFile
from storage.trainings.learning import DRAFT, Learning
from storage.upsert import insert_new


class LearningProof(EvidenceFile, table=True):
    """`key` is Telegram's unique id of the file, so that nothing is attached twice."""

    __table_args__ = (UniqueConstraint("learning_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    learning_id: int = Field(foreign_key="learning.id", index=True)


def add(session: Session, values: dict[str, Any]) -> bool:
    """Attach; False when it was attached before."""
    blank = {"fault": "", "tries": 0, "sha256": "", "file_type": "", "look": ""}
    return insert_new(session, LearningProof, blank | values)


def get(session: Session, proof_id: int) -> LearningProof | None:
    return session.get(LearningProof, proof_id, populate_existing=True)


def of(session: Session, learning_id: int) -> Sequence[LearningProof]:
    """In the order they came."""
    found = select(LearningProof).where(LearningProof.learning_id == learning_id)
    fresh = found.order_by(col(LearningProof.id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def remove(session: Session, learning_id: int, proof_id: int) -> None:
    """Forget one; files nobody names any more are swept later."""
    this = delete(LearningProof).where(
        col(LearningProof.learning_id) == learning_id, col(LearningProof.id) == proof_id
    )
    session.exec(this)


def drop(session: Session, learning_id: int) -> None:
    """Forget a draft of something learned, with all that was attached to it."""
    session.exec(delete(LearningProof).where(col(LearningProof.learning_id) == learning_id))
    mine = (col(Learning.id) == learning_id, col(Learning.state) == DRAFT)
    session.exec(delete(Learning).where(*mine))
    session.expire_all()


def used(
    session: Session, employee_id: int, since: datetime, until: datetime, states: Collection[str]
) -> int:
    """Bytes in these states that this person added from `since` to before `until`."""
    found = (
        select(func.coalesce(func.sum(LearningProof.size), 0))
        .join(Learning, col(Learning.id) == col(LearningProof.learning_id))
        .where(
            Learning.employee_id == employee_id,
            col(LearningProof.state).in_(states),
            col(LearningProof.added_at) >= since,
            col(LearningProof.added_at) < until,
        )
    )
    return int(session.exec(found).one() or 0)


def named(session: Session) -> frozenset[str]:
    """The names of all files that some proof needs."""
    found = select(LearningProof.sha256).where(col(LearningProof.sha256) != "").distinct()
    return frozenset(session.exec(found))
