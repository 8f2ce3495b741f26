"""Quarterly reports: what an employee says of the quarter in a few sentences."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import UniqueConstraint, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new


class Report(SQLModel, table=True):
    """`text` is what was sent, "" until then; `draft` what is being written, NULL when nothing."""

    __table_args__ = (UniqueConstraint("period_id", "employee_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    text: str = sealed("")
    draft: str | None = sealed()
    sent_at: datetime | None = moment(nullable=True)
    changed_at: datetime | None = moment(nullable=True)


def of(session: Session, period_id: int, employee_id: int) -> Report | None:
    return session.exec(
        select(Report).where(Report.period_id == period_id, Report.employee_id == employee_id)
    ).first()


def senders(session: Session, period_id: int) -> frozenset[int]:
    """Everybody who has sent the report of this period."""
    found = select(Report.employee_id).where(
        Report.period_id == period_id, col(Report.sent_at).is_not(None)
    )
    return frozenset(session.exec(found))


def senders_among(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> frozenset[int]:
    """Those of these people who have sent it."""
    found = select(Report.employee_id).where(
        Report.period_id == period_id,
        col(Report.employee_id).in_(employee_ids),
        col(Report.sent_at).is_not(None),
    )
    return frozenset(session.exec(found))


def write(session: Session, period_id: int, employee_id: int, draft: str) -> None:
    """Keep what is being written; what was sent stays until the draft is sent."""
    values = {"period_id": period_id, "employee_id": employee_id, "text": "", "draft": draft}
    if not insert_new(session, Report, values):
        mine = (col(Report.period_id) == period_id, col(Report.employee_id) == employee_id)
        session.exec(update(Report).where(*mine).values(draft=draft))


def begin(session: Session, period_id: int, employee_id: int) -> int:
    """The number of the report, made without a word unless it is there."""
    values = {"period_id": period_id, "employee_id": employee_id, "text": ""}
    insert_new(session, Report, values)
    found = of(session, period_id, employee_id)
    assert found is not None
    return found.id or 0


def send(session: Session, report_id: int, now: datetime) -> None:
    """Make the draft the report; without one it says what it said."""
    said = func.coalesce(col(Report.draft), col(Report.text))
    values = {"text": said, "draft": None, "sent_at": now, "changed_at": now}
    session.exec(update(Report).where(col(Report.id) == report_id).values(values))


def discard(session: Session, report_id: int) -> None:
    """Throw the draft away; what was sent stays."""
    session.exec(update(Report).where(col(Report.id) == report_id).values(draft=None))
