"""Results as they were before somebody corrected them: kept for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.results import Result
from storage.upsert import insert_new

KEPT = ("total", "hasil_kerja", "perilaku", "predikat", "raters", "parts", "computed_at")


class FormerResult(SQLModel, table=True):
    """One edition of a result that another one replaced: by whom, when and why."""

    __table_args__ = (UniqueConstraint("result_id", "edition"),)

    id: int | None = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="result.id")
    edition: int
    total: str
    hasil_kerja: str
    perilaku: str
    predikat: str
    raters: int
    parts: str
    computed_at: datetime = moment()
    replaced_at: datetime = moment()
    replaced_by: int = Field(foreign_key="employee.id")
    reason: str = sealed("")


def replace(
    session: Session, result: Result, values: Mapping[str, Any], by: int, now: datetime, why: str
) -> int | None:
    """Put other values (`KEPT`) in the result's place; its new edition, None when it has one."""
    before = {name: getattr(result, name) for name in KEPT}
    about = {"result_id": result.id, "edition": result.edition}
    said = {"replaced_at": now, "replaced_by": by, "reason": why}
    if not insert_new(session, FormerResult, {**before, **about, **said}):
        return None
    edition = result.edition + 1
    mine = (col(Result.id) == result.id, col(Result.edition) == result.edition)
    changed = update(Result).where(*mine).values(**values, edition=edition)
    return edition if session.exec(changed).rowcount == 1 else None


def of_result(session: Session, result_id: int) -> Sequence[FormerResult]:
    """Everything it ever was before, oldest first."""
    found = select(FormerResult).where(FormerResult.result_id == result_id)
    return session.exec(found.order_by(col(FormerResult.edition))).all()
