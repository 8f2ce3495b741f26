"""Corrections of a published result outside an objection: one proposes, another confirms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.results import Result
from storage.upsert import insert_new

DRAFT, WAITING, CONFIRMED = "draft", "waiting", "confirmed"
REFUSED, WITHDRAWN = "refused", "withdrawn"


def _only(state: str, name: str, *columns: str) -> Index:
    where = text(f"state = '{state}'")
    return Index(name, *columns, unique=True, sqlite_where=where, postgresql_where=where)


class Correction(SQLModel, table=True):
    """`levels` are those to be put in place (`inovasi=4`), `edition` the one they are meant for,
    `made` the one that came of them. `answer` is why it was refused.
    """

    __table_args__ = (
        _only(WAITING, "one_waiting_correction", "result_id"),
        _only(DRAFT, "one_draft_correction", "result_id", "proposer_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="result.id", index=True)
    employee_id: int = Field(foreign_key="employee.id")
    edition: int
    proposer_id: int = Field(foreign_key="employee.id", index=True)
    levels: str = ""
    reason: str = sealed("")
    state: str = Field(default=DRAFT, index=True)
    written_at: datetime = moment()
    proposed_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    answer_by: int | None = Field(default=None, foreign_key="employee.id")
    made: int | None = None


def get(session: Session, correction_id: int) -> Correction | None:
    """As it is now."""
    return session.get(Correction, correction_id, populate_existing=True)


def draft(session: Session, result: Result, proposer_id: int, now: datetime) -> Correction:
    """What this person is about to propose for a result, begun now unless it was."""
    values = {
        "result_id": result.id, "employee_id": result.employee_id, "edition": result.edition,
        "proposer_id": proposer_id, "levels": "", "reason": "", "state": DRAFT,
        "written_at": now,
    }  # fmt: skip
    insert_new(session, Correction, values)
    mine = select(Correction).where(
        Correction.result_id == result.id,
        Correction.proposer_id == proposer_id,
        Correction.state == DRAFT,
    )
    return session.exec(mine.execution_options(populate_existing=True)).one()


def write(session: Session, correction_id: int, **values: Any) -> bool:
    """Change a draft; False when it is none any more."""
    return _move(session, correction_id, DRAFT, **values)


def propose(session: Session, correction_id: int, now: datetime) -> bool:
    """Hand a draft over; False when it is none, or when one waits for this result already."""
    try:
        with session.begin_nested():
            return _move(session, correction_id, DRAFT, state=WAITING, proposed_at=now)
    except IntegrityError:
        return False


def draft_answer(session: Session, correction_id: int, by: int, answer: str) -> bool:
    """Keep why somebody is about to refuse it."""
    return _move(session, correction_id, WAITING, answer=answer, answer_by=by)


def decide(
    session: Session, correction_id: int, state: str, by: int, now: datetime,
    *, answer: str | None = None, made: int | None = None,
) -> bool:  # fmt: skip
    """End its waiting, once."""
    values = {"decided_by": by, "decided_at": now, "answer": answer, "made": made}
    values["answer_by"] = by if answer else None
    return _move(session, correction_id, WAITING, state=state, **values)


def waiting(session: Session) -> Sequence[Correction]:
    """All that wait for a second person, oldest first."""
    found = select(Correction).where(Correction.state == WAITING)
    return session.exec(found.order_by(col(Correction.id))).all()


def confirmed_of(session: Session, result_id: int) -> Sequence[Correction]:
    """Those that changed this result, oldest first."""
    found = select(Correction).where(
        Correction.result_id == result_id, Correction.state == CONFIRMED
    )
    return session.exec(found.order_by(col(Correction.made))).all()


def decided_levels(
    session: Session, result_ids: Collection[int]
) -> Sequence[tuple[int, int, str]]:
    """Result, edition it made, and levels of every correction of one of these."""
    found = select(Correction.result_id, Correction.made, Correction.levels).where(
        col(Correction.result_id).in_(result_ids), Correction.state == CONFIRMED
    )
    return [(result, made or 0, levels) for result, made, levels in session.exec(found)]


def _move(session: Session, correction_id: int, before: str, **values: Any) -> bool:
    here = (col(Correction.id) == correction_id, col(Correction.state) == before)
    return session.exec(update(Correction).where(*here).values(**values)).rowcount == 1
