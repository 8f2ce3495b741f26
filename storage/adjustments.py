"""Adjustments of a result: proposed by one of the team, signed by a head, never by one hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, WAITING, APPLIED, REFUSED = "draft", "waiting", "applied", "refused"


class Adjustment(SQLModel, table=True):
    """Other levels for some indicators (`produktivitas=3,inovasi=2`) of one edition of a result.

    Numbers before and after are decimal strings as in `storage.results`.
    """

    __table_args__ = (
        Index(
            "one_waiting_adjustment",
            "period_id",
            "employee_id",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "one_adjustment_draft",
            "period_id",
            "employee_id",
            "proposed_by",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    employee_id: int = Field(foreign_key="employee.id")
    result_id: int  # without a key: a result that goes back to its superior is made anew
    edition: int
    levels: str = ""
    reason: str = sealed("")
    state: str = Field(default=DRAFT, index=True)
    proposed_by: int = Field(foreign_key="employee.id")
    proposed_at: datetime = moment()
    total_before: str = ""
    predikat_before: str = ""
    total_after: str = ""
    predikat_after: str = ""
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()


class AdjustmentRefusal(SQLModel, table=True):
    """What one head is about to write against an adjustment, until it is decided."""

    adjustment_id: int = Field(foreign_key="adjustment.id", primary_key=True)
    head_id: int = Field(foreign_key="employee.id", primary_key=True)
    reason: str = sealed("")


def get(session: Session, adjustment_id: int) -> Adjustment | None:
    found = select(Adjustment).where(Adjustment.id == adjustment_id)
    return session.exec(found.execution_options(populate_existing=True)).first()


def living(session: Session, period_id: int, employee_id: int) -> Adjustment | None:
    """The one that waits about a person, or the newest that was decided."""
    found = select(Adjustment).where(
        Adjustment.period_id == period_id,
        Adjustment.employee_id == employee_id,
        Adjustment.state != DRAFT,
    )
    return session.exec(found.order_by(col(Adjustment.id).desc()).limit(1)).first()


def applied(session: Session, result_id: int) -> Adjustment | None:
    """The one that is in force on a result."""
    found = select(Adjustment).where(
        Adjustment.result_id == result_id, Adjustment.state == APPLIED
    )
    return session.exec(found).first()


def waiting(session: Session, period_id: int) -> Sequence[Adjustment]:
    found = select(Adjustment).where(
        Adjustment.period_id == period_id, Adjustment.state == WAITING
    )
    return session.exec(found.order_by(col(Adjustment.id))).all()


def begin(
    session: Session, period_id: int, employee_id: int, result: tuple[int, int], by: int,
    now: datetime,
) -> int:  # fmt: skip
    """The draft of this member about this person; its number. `result`: number and edition."""
    values = {
        "period_id": period_id, "employee_id": employee_id, "result_id": result[0],
        "edition": result[1], "levels": "", "reason": "", "state": DRAFT, "proposed_by": by,
        "proposed_at": now, "total_before": "", "predikat_before": "", "total_after": "",
        "predikat_after": "",
    }  # fmt: skip
    insert_new(session, Adjustment, values)
    mine = (
        Adjustment.period_id == period_id,
        Adjustment.employee_id == employee_id,
        Adjustment.proposed_by == by,
        Adjustment.state == DRAFT,
    )
    number = session.exec(select(Adjustment.id).where(*mine)).one()
    assert number is not None
    renew(session, number, {"result_id": result[0], "edition": result[1]})
    return number


def renew(session: Session, adjustment_id: int, values: dict[str, Any]) -> bool:
    """Other values for a draft; False when it is none any more."""
    draft = (col(Adjustment.id) == adjustment_id, col(Adjustment.state) == DRAFT)
    return session.exec(update(Adjustment).where(*draft).values(**values)).rowcount == 1


def propose(session: Session, adjustment_id: int, values: dict[str, Any]) -> bool:
    """Hand a draft to the heads; False when it was, or when another one waits."""
    try:
        with session.begin_nested():
            return renew(session, adjustment_id, {**values, "state": WAITING})
    except IntegrityError:
        return False


def decide(
    session: Session, adjustment_id: int, state: str, by: int, now: datetime, answer: str | None
) -> bool:
    """Apply or refuse a waiting one; False when somebody already did."""
    waits = (col(Adjustment.id) == adjustment_id, col(Adjustment.state) == WAITING)
    values = {"state": state, "decided_by": by, "decided_at": now, "answer": answer}
    return session.exec(update(Adjustment).where(*waits).values(**values)).rowcount == 1


def draft_refusal(session: Session, adjustment_id: int, head_id: int, reason: str) -> None:
    """Keep why a head is about to refuse."""
    values = {"adjustment_id": adjustment_id, "head_id": head_id, "reason": reason}
    if not insert_new(session, AdjustmentRefusal, values):
        mine = (
            col(AdjustmentRefusal.adjustment_id) == adjustment_id,
            col(AdjustmentRefusal.head_id) == head_id,
        )
        session.exec(update(AdjustmentRefusal).where(*mine).values(reason=reason))


def refusal_draft(session: Session, adjustment_id: int, head_id: int) -> str | None:
    found = session.get(AdjustmentRefusal, (adjustment_id, head_id))
    return found.reason if found else None
