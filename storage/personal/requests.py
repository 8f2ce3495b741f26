"""What people ask about their data: to correct something, or to stop processing it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, func, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.employees import Employee

DRAFT, FILED, GRANTED, REFUSED, WITHDRAWN = "draft", "filed", "granted", "refused", "withdrawn"
_DRAFT, _FILED = text("state = 'draft'"), text("state = 'filed'")


class PersonalRequest(SQLModel, table=True):
    """`kind` is `correct` or `object`; `field` what is to be corrected, empty for an objection.

    `before` is what stood there when it was written, `wanted` the person's words, `answer` HR's.
    `told` is how far the clock was told (`bot.rules.personal.Stage`).
    """

    __table_args__ = (
        Index(
            "one_personal_draft", "employee_id",
            unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT,
        ),
        Index(
            "one_personal_request_a_field", "employee_id", "kind", "field",
            unique=True, sqlite_where=_FILED, postgresql_where=_FILED,
        ),
        Index("personal_requests_by_due", "state", "due_at"),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    kind: str
    field: str = ""
    before: str = sealed("")
    wanted: str = sealed("")
    state: str = DRAFT
    written_at: datetime = moment()
    filed_at: datetime | None = moment(nullable=True)
    due_at: datetime | None = moment(nullable=True)
    told: int = 0
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    answer: str = sealed("")


_FRESH = {"populate_existing": True}


def get(session: Session, number: int) -> PersonalRequest | None:
    """The row as it is now."""
    return session.get(PersonalRequest, number, populate_existing=True)


def draft(session: Session, row: PersonalRequest) -> int:
    """Keep a draft in place of the one before; its number."""
    mine = (PersonalRequest.employee_id == row.employee_id, PersonalRequest.state == DRAFT)
    found = session.exec(select(PersonalRequest).where(*mine).execution_options(**_FRESH)).first()
    if found is None:
        session.add(row)
        session.flush()
        assert row.id is not None
        return row.id
    for name in ("kind", "field", "before", "wanted", "written_at"):
        setattr(found, name, getattr(row, name))
    session.flush()
    assert found.id is not None
    return found.id


def running(session: Session, employee_id: int, kind: str, field: str) -> bool:
    """Whether one of the same kind and field waits for its answer."""
    found = select(PersonalRequest.id).where(
        PersonalRequest.employee_id == employee_id,
        PersonalRequest.kind == kind,
        PersonalRequest.field == field,
        PersonalRequest.state == FILED,
    )
    return session.exec(found).first() is not None


def move(session: Session, number: int, was: str, /, **values: Any) -> bool:
    """Change one that is in this state; whether it was."""
    this = (col(PersonalRequest.id) == number, col(PersonalRequest.state) == was)
    return session.exec(update(PersonalRequest).where(*this).values(**values)).rowcount == 1


def of(session: Session, employee_id: int, limit: int) -> Sequence[PersonalRequest]:
    """A person's own, newest first, without the draft."""
    mine = (PersonalRequest.employee_id == employee_id, PersonalRequest.state != DRAFT)
    newest = select(PersonalRequest).where(*mine).order_by(col(PersonalRequest.id).desc())
    return session.exec(newest.limit(limit).execution_options(**_FRESH)).all()


def waiting(
    session: Session, units: Collection[int] | None, but: int, offset: int, limit: int
) -> tuple[int, Sequence[tuple[PersonalRequest, str]]]:
    """How many wait of people in these units (None: all); a page with names, next due first."""
    where: list[Any] = [
        col(PersonalRequest.state) == FILED,
        col(PersonalRequest.employee_id) != but,
        col(Employee.id) == col(PersonalRequest.employee_id),
    ]
    if units is not None:
        where.append(col(Employee.unit_id).in_(units))
    total = session.exec(select(func.count()).select_from(PersonalRequest).where(*where)).one()
    page = select(PersonalRequest, Employee.name).where(*where)
    page = page.order_by(col(PersonalRequest.due_at), col(PersonalRequest.id))
    found = session.exec(page.offset(offset).limit(limit).execution_options(**_FRESH))
    return total, list(found)


def due(session: Session, until: datetime, below: int, limit: int) -> Sequence[PersonalRequest]:
    """Those that wait and are due by then, of which less than `below` was told."""
    found = select(PersonalRequest).where(
        PersonalRequest.state == FILED,
        col(PersonalRequest.due_at) <= until,
        col(PersonalRequest.told) < below,
    )
    order = (col(PersonalRequest.due_at), col(PersonalRequest.id))
    return session.exec(found.order_by(*order).limit(limit).execution_options(**_FRESH)).all()
