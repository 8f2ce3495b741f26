"""What a person answers to the feedback on a result: once, after publication."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import moment, sealed
from storage.upsert import insert_new


class ResultReply(SQLModel, table=True):
    """`draft` is what is being written; `text` what was sent, "" until then."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    text: str = sealed("")
    draft: str | None = sealed()
    sent_at: datetime | None = moment(nullable=True)


def of(session: Session, period_id: int, employee_id: int) -> ResultReply | None:
    return session.get(ResultReply, (period_id, employee_id), populate_existing=True)


def write(session: Session, period_id: int, employee_id: int, draft: str) -> bool:
    """Keep what is being written; False when it was sent."""
    values = {"period_id": period_id, "employee_id": employee_id, "text": "", "draft": draft}
    if insert_new(session, ResultReply, values):
        return True
    return _change(session, period_id, employee_id, draft=draft)


def send(session: Session, period_id: int, employee_id: int, text: str, now: datetime) -> bool:
    """Make it final; False when it was sent before."""
    return _change(session, period_id, employee_id, text=text, draft=None, sent_at=now)


def _change(session: Session, period_id: int, employee_id: int, **values: object) -> bool:
    unsent = (
        col(ResultReply.period_id) == period_id,
        col(ResultReply.employee_id) == employee_id,
        col(ResultReply.sent_at).is_(None),
    )
    return session.exec(update(ResultReply).where(*unsent).values(**values)).rowcount == 1
