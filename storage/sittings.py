"""Views of the team on one person's result: unseen until a sitting is closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.results import Result
from storage.upsert import insert_new

OPEN, CLOSED, VOID = "open", "closed", "void"


class Sitting(SQLModel, table=True):
    """One round about one person; `second` after the first disagreed.

    `keep`, `high` and `low` count the views, and say nothing before it is closed. `seen` is the
    result that they are about (`seen_of`). Void: the result became another one meanwhile.
    """

    __table_args__ = (
        UniqueConstraint("period_id", "employee_id", "number"),
        Index(
            "one_open_sitting",
            "period_id",
            "employee_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    employee_id: int = Field(foreign_key="employee.id")
    number: int
    second: bool = False
    state: str = OPEN
    opened_by: int | None = Field(default=None, foreign_key="employee.id")
    opened_at: datetime = moment()
    due_on: date
    closed_at: datetime | None = moment(nullable=True)
    keep: int = 0
    high: int = 0
    low: int = 0
    seen: str = ""


class PanelView(SQLModel, table=True):
    """What one member thinks; may be changed until the sitting is closed."""

    __table_args__ = (UniqueConstraint("sitting_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    sitting_id: int = Field(foreign_key="sitting.id")
    member_id: int = Field(foreign_key="employee.id", index=True)
    view: str
    reason: str | None = sealed()
    given_at: datetime = moment()


def get(session: Session, sitting_id: int) -> Sitting | None:
    return session.get(Sitting, sitting_id)


def newest(session: Session, period_id: int, employee_id: int) -> Sitting | None:
    """The last one about a person."""
    found = select(Sitting).where(
        Sitting.period_id == period_id, Sitting.employee_id == employee_id
    )
    return session.exec(found.order_by(col(Sitting.number).desc()).limit(1)).first()


def first_of(session: Session, second: Sitting) -> int:
    """The number of the round that a second one follows."""
    found = select(Sitting.id).where(
        Sitting.period_id == second.period_id,
        Sitting.employee_id == second.employee_id,
        Sitting.number == second.number - 1,
    )
    return session.exec(found).first() or 0


def newest_of(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> Mapping[int, Sitting]:
    """The last one about each of these people."""
    found = select(Sitting).where(
        Sitting.period_id == period_id, col(Sitting.employee_id).in_(employee_ids)
    )
    rows = session.exec(found.order_by(col(Sitting.number))).all()
    return {row.employee_id: row for row in rows}


def seen_of(result: Result) -> str:
    """The numbers of a result by which a view on it stands or falls."""
    return " ".join([result.total, result.hasil_kerja, result.perilaku, result.predikat])


def open_ones(session: Session, period_id: int) -> Sequence[Sitting]:
    found = select(Sitting).where(Sitting.period_id == period_id, Sitting.state == OPEN)
    return session.exec(found.order_by(col(Sitting.id))).all()


def begin(
    session: Session, period_id: int, employee_id: int, *, second: bool, by: int | None,
    now: datetime, due_on: date, seen: str = "",
) -> Sitting | None:  # fmt: skip
    """A new sitting; None when one is open already."""
    before = newest(session, period_id, employee_id)
    values = {
        "period_id": period_id, "employee_id": employee_id, "second": second, "state": OPEN,
        "number": before.number + 1 if before else 1, "opened_by": by, "opened_at": now,
        "due_on": due_on, "keep": 0, "high": 0, "low": 0, "seen": seen,
    }  # fmt: skip
    return (
        newest(session, period_id, employee_id) if insert_new(session, Sitting, values) else None
    )


def give(
    session: Session, sitting_id: int, member_id: int, view: str, reason: str | None, now: datetime
) -> int:
    """Keep a member's view in place of an earlier one; its number."""
    values = {"view": view, "reason": reason, "given_at": now}
    mine = (col(PanelView.sitting_id) == sitting_id, col(PanelView.member_id) == member_id)
    new = {"sitting_id": sitting_id, "member_id": member_id, **values}
    if not insert_new(session, PanelView, new):
        session.exec(update(PanelView).where(*mine).values(**values))
    number = session.exec(select(PanelView.id).where(*mine)).one()
    assert number is not None
    return number


def views(session: Session, sitting_id: int) -> Sequence[PanelView]:
    found = select(PanelView).where(PanelView.sitting_id == sitting_id)
    fresh = found.order_by(col(PanelView.id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def close(
    session: Session, sitting_id: int, now: datetime, keep: int, high: int, low: int
) -> bool:
    """End it with its counts; False when it is not open any more."""
    living = (col(Sitting.id) == sitting_id, col(Sitting.state) == OPEN)
    ended = {"state": CLOSED, "closed_at": now, "keep": keep, "high": high, "low": low}
    return session.exec(update(Sitting).where(*living).values(**ended)).rowcount == 1


def make_void(session: Session, sitting_id: int, now: datetime) -> bool:
    """What was said in it counts no more, for the result is another one; False when it is so."""
    living = (col(Sitting.id) == sitting_id, col(Sitting.state) != VOID)
    ended = {"state": VOID, "closed_at": now}
    return session.exec(update(Sitting).where(*living).values(**ended)).rowcount == 1
