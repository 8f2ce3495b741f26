"""Every consent with its version and time, given and taken back (UU 27/2022 art. 20-24, 40)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new

_STANDS = text("withdrawn_at IS NULL")


class ConsentGiven(SQLModel, table=True):
    """`object_id` is what it is for where there are several; `version` that of its wording."""

    __table_args__ = (
        Index(
            "one_consent_stands", "employee_id", "kind", "object_id",
            unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS,
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    kind: str
    object_id: int = 0
    version: int = 1
    given_at: datetime = moment()
    withdrawn_at: datetime | None = moment(nullable=True)


def give(
    session: Session, employee_id: int, kind: str, object_id: int, version: int, now: datetime
) -> bool:
    """Note a consent; False when it stands already."""
    row = {"employee_id": employee_id, "kind": kind, "object_id": object_id, "version": version}
    return insert_new(session, ConsentGiven, {**row, "given_at": now, "withdrawn_at": None})


def take_back(
    session: Session, employee_id: int, kind: str, object_id: int, now: datetime
) -> bool:
    """Note that a consent is withdrawn; False when none stood."""
    mine = (
        col(ConsentGiven.employee_id) == employee_id,
        col(ConsentGiven.kind) == kind,
        col(ConsentGiven.object_id) == object_id,
        col(ConsentGiven.withdrawn_at).is_(None),
    )
    return session.exec(update(ConsentGiven).where(*mine).values(withdrawn_at=now)).rowcount > 0


def of(session: Session, employee_id: int) -> Sequence[ConsentGiven]:
    """Every consent of a person, those that stand first, then the newest."""
    mine = select(ConsentGiven).where(ConsentGiven.employee_id == employee_id)
    order = (col(ConsentGiven.withdrawn_at).is_not(None), col(ConsentGiven.id).desc())
    return session.exec(mine.order_by(*order)).all()
