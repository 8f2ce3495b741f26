"""Corrections of training results: one person gives the reason, another one decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, delete, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, WAITING, CONFIRMED = "draft", "waiting", "confirmed"
REFUSED, WITHDRAWN = "refused", "withdrawn"


def _only(state: str, name: str, *columns: str) -> Index:
    where = text(f"state = '{state}'")
    return Index(name, *columns, unique=True, sqlite_where=where, postgresql_where=where)


class TrainingCorrection(SQLModel, table=True):
    """What stood on record (`was_…`: by whom, when), and what is to stand in its place.

    `result` is a state of the application, `minutes` those that count. `written_at` is of the
    last word of a draft. `answer` is why the second person refused it.
    """

    __table_args__ = (
        _only(WAITING, "one_waiting_training_correction", "request_id"),
        _only(DRAFT, "one_draft_training_correction", "request_id", "asked_by"),
    )

    id: int | None = Field(default=None, primary_key=True)
    request_id: int = Field(foreign_key="trainingrequest.id", index=True)
    was_result: str
    was_score: int | None = None
    was_minutes: int = 0
    was_by: int | None = Field(default=None, foreign_key="employee.id")
    was_at: datetime | None = moment(nullable=True)
    result: str
    score: int | None = None
    minutes: int = 0
    reason: str = sealed("")
    state: str = Field(default=DRAFT, index=True)
    asked_by: int = Field(foreign_key="employee.id")
    written_at: datetime | None = moment(nullable=True)
    asked_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    answer_by: int | None = Field(default=None, foreign_key="employee.id")


def get(session: Session, correction_id: int, *, hold: bool = False) -> TrainingCorrection | None:
    """As it is now; with `hold` nobody else ends it before this transaction does."""
    return session.get(
        TrainingCorrection, correction_id, populate_existing=True, with_for_update=hold
    )


def draft_of(session: Session, request_id: int, asked_by: int) -> TrainingCorrection | None:
    """What this person is about to ask."""
    found = select(TrainingCorrection).where(
        TrainingCorrection.request_id == request_id,
        TrainingCorrection.asked_by == asked_by,
        TrainingCorrection.state == DRAFT,
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def put_draft(session: Session, request_id: int, asked_by: int, values: dict[str, Any]) -> None:
    """Keep what this person is about to ask, in place of what was kept before."""
    key = {"request_id": request_id, "asked_by": asked_by, "state": DRAFT}
    if insert_new(session, TrainingCorrection, {"reason": "", **values, **key}):
        return
    mine = (
        col(TrainingCorrection.request_id) == request_id,
        col(TrainingCorrection.asked_by) == asked_by,
        col(TrainingCorrection.state) == DRAFT,
    )
    session.exec(update(TrainingCorrection).where(*mine).values(**values))


def drop_drafts(session: Session, before: datetime) -> int:
    """Drop what was written before then and never handed over; how many there were."""
    left = (col(TrainingCorrection.state) == DRAFT, col(TrainingCorrection.written_at) < before)
    return session.exec(delete(TrainingCorrection).where(*left)).rowcount


def hand_over(session: Session, correction_id: int, now: datetime) -> bool:
    """A draft waits from now on; False when it is none, or when one of this result waits."""
    try:
        with session.begin_nested():
            return _move(session, correction_id, DRAFT, state=WAITING, asked_at=now)
    except IntegrityError:
        return False


def draft_answer(session: Session, correction_id: int, by: int, answer: str) -> bool:
    """Keep why somebody is about to refuse it."""
    return _move(session, correction_id, WAITING, answer=answer, answer_by=by)


def decide(
    session: Session, correction_id: int, state: str, by: int, now: datetime, answer: str | None
) -> bool:
    """End its waiting, once."""
    said = {"answer": answer, "answer_by": by if answer else None}
    ended = {"state": state, "decided_by": by, "decided_at": now}
    return _move(session, correction_id, WAITING, **ended, **said)


def waiting_for(session: Session, request_id: int) -> TrainingCorrection | None:
    """The one that waits for its second person."""
    return next(iter(_of(session, request_id, WAITING)), None)


def confirmed_of(session: Session, request_id: int) -> Sequence[TrainingCorrection]:
    """Those that took effect, newest first."""
    return _of(session, request_id, CONFIRMED)


def _of(session: Session, request_id: int, state: str) -> Sequence[TrainingCorrection]:
    found = select(TrainingCorrection).where(
        TrainingCorrection.request_id == request_id, TrainingCorrection.state == state
    )
    newest = found.order_by(col(TrainingCorrection.id).desc())
    return session.exec(newest.execution_options(populate_existing=True)).all()


def _move(session: Session, correction_id: int, before: str, **values: Any) -> bool:
    here = (col(TrainingCorrection.id) == correction_id, col(TrainingCorrection.state) == before)
    return session.exec(update(TrainingCorrection).where(*here).values(**values)).rowcount == 1
