"""Supplements: results of people who were left out when their quarter was published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Index, Select, UniqueConstraint, func, text, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, and_, col, select

from storage.columns import moment, sealed
from storage.duties import STILL_OPEN, Duty, DutyKind
from storage.employees import Employee
from storage.results import Result
from storage.upsert import insert_new

_WAITS = text("signed_at IS NULL")


class Supplement(SQLModel, table=True):
    """A proposal from the moment a superior's form came; there is no result before `signed_at`.

    `reason` is what the head says about its coming late, "" for nothing.
    """

    __table_args__ = (
        UniqueConstraint("period_id", "employee_id"),
        Index(
            "supplements_that_wait", "proposed_at",
            sqlite_where=_WAITS, postgresql_where=_WAITS,
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    proposed_at: datetime = moment()
    reason: str = sealed("")
    signed_by: int | None = Field(default=None, foreign_key="employee.id")
    signed_at: datetime | None = moment(nullable=True)


class Listed(NamedTuple):
    """One of a period with the name of its person; `signed_at` None while it waits."""

    employee_id: int
    name: str
    proposed_at: datetime
    signed_at: datetime | None


def propose(session: Session, period_id: int, employee_id: int, now: datetime) -> bool:
    """Put a result forward to be published late; False when it was before."""
    values = {
        "period_id": period_id, "employee_id": employee_id, "proposed_at": now, "reason": "",
    }  # fmt: skip
    return insert_new(session, Supplement, values)


def of(session: Session, period_id: int, employee_id: int) -> Supplement | None:
    mine = (Supplement.period_id == period_id, Supplement.employee_id == employee_id)
    fresh = select(Supplement).where(*mine).execution_options(populate_existing=True)
    return session.exec(fresh).first()


def explain(session: Session, supplement_id: int, reason: str) -> bool:
    """Keep what is said about it, in place of what was said before; False once it is signed."""
    return _change(session, supplement_id, {"reason": reason})


def sign(session: Session, supplement_id: int, by: int, now: datetime) -> bool:
    """Note who publishes it; False when somebody already did."""
    return _change(session, supplement_id, {"signed_by": by, "signed_at": now})


def _change(session: Session, supplement_id: int, values: dict[str, object]) -> bool:
    waits = (col(Supplement.id) == supplement_id, col(Supplement.signed_at).is_(None))
    return session.exec(update(Supplement).where(*waits).values(values)).rowcount == 1


def waiting(session: Session) -> Sequence[Supplement]:
    """All that nobody has signed, of whatever period."""
    return session.exec(select(Supplement).where(col(Supplement.signed_at).is_(None))).all()


def count(session: Session, period_id: int) -> tuple[int, int]:
    """How many wait in a period, and how many there are."""
    found = select_columns(func.count(), func.count(col(Supplement.signed_at)))
    row = session.connection().execute(found.where(col(Supplement.period_id) == period_id)).one()
    return row[0] - row[1], row[0]


def page(session: Session, period_id: int, limit: int, offset: int) -> Sequence[Listed]:
    """Those of a period: what waits first, then by name."""
    columns: tuple[Any, ...] = (
        *(col(Supplement.employee_id), col(Employee.name)),
        *(col(Supplement.proposed_at), col(Supplement.signed_at)),
    )
    found = (
        select_columns(*columns)
        .join(Employee, col(Employee.id) == col(Supplement.employee_id))
        .where(col(Supplement.period_id) == period_id)
        .order_by(col(Supplement.signed_at).is_not(None), col(Employee.search_key))
        .limit(limit)
        .offset(offset)
    )
    return [Listed(*row) for row in session.connection().execute(found)]


def overtaken(session: Session, period_id: int, limit: int) -> Sequence[int]:
    """Numbers of open duties to rate somebody of a period who has a result."""
    found = _open_duties(period_id, col(Duty.id)).join(Result, _OF_THE_PERSON).limit(limit)
    return list(session.connection().execute(found).scalars())


def left_out(session: Session, period_id: int) -> Sequence[tuple[int, int, int]]:
    """Number, owner and person of every open duty to rate somebody who has no result."""
    found = _open_duties(period_id, col(Duty.id), col(Duty.owner_id), col(Duty.about_id))
    without = found.outerjoin(Result, _OF_THE_PERSON).where(col(Result.id).is_(None))
    return [(row[0], row[1], row[2]) for row in session.connection().execute(without)]


_OF_THE_PERSON = and_(
    col(Result.period_id) == col(Duty.period_id), col(Result.employee_id) == col(Duty.about_id)
)


def _open_duties(period_id: int, *columns: Any) -> Select[Any]:
    found: Select[Any] = select_columns(*columns).select_from(Duty)
    return found.where(
        col(Duty.period_id) == period_id,
        col(Duty.kind) == DutyKind.APPRAISE,
        *STILL_OPEN,
    )
