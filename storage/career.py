"""A career: what HR put on record, who objects to being profiled, what a person decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Index, func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.career import Fact
from storage.columns import moment, sealed
from storage.employees import Employee
from storage.upsert import insert_new
from storage.years import FINAL, YearReport


class CareerFact(SQLModel, table=True):
    """One fact as it was recorded; the newest of a kind (and, of a predikat, a year) counts.

    `year` is 0 unless the fact is about one; `value` a decimal string, a predikat, or empty. A
    kind of `Past` is history: every day of it stands. `recorded_by` None is the operator's shell.
    """

    __table_args__ = (Index("ix_careerfact_of", "employee_id", "kind", "year", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    kind: str
    year: int = 0
    value: str = sealed("")
    note: str | None = sealed()
    day: date
    recorded_by: int | None = Field(default=None, foreign_key="employee.id")
    recorded_at: datetime = moment()


class CareerObjection(SQLModel, table=True):
    """Who does not want to be profiled (UU 27/2022 art. 10): no box is computed for them."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    since: datetime = moment()


class CareerDecision(SQLModel, table=True):
    """What a head decided to do for somebody's career, and why; never changed."""

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    kind: str
    reason: str = sealed("")
    decided_by: int = Field(foreign_key="employee.id")
    decided_at: datetime = moment()


class CareerDraft(SQLModel, table=True):
    """A decision that its head is about to take; one at a time."""

    decided_by: int = Field(foreign_key="employee.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    kind: str
    reason: str = sealed("")


class About(NamedTuple):
    """Whose fact of which kind (and year, or 0)."""

    employee_id: int
    kind: str
    year: int


def add(session: Session, row: CareerFact | CareerDecision) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def newest(session: Session, people: Collection[int] | None) -> dict[About, CareerFact]:
    """What counts of these people (None: of everybody), in one statement."""
    last: Any = func.max(CareerFact.id)
    counting = (
        select_columns(last)
        .where(col(CareerFact.kind).in_(list(Fact)))
        .group_by(col(CareerFact.employee_id), col(CareerFact.kind), col(CareerFact.year))
    )
    if people is not None:
        counting = counting.where(col(CareerFact.employee_id).in_(people))
    found = session.exec(select(CareerFact).where(col(CareerFact.id).in_(counting)))
    return {About(one.employee_id, one.kind, one.year): one for one in found}


def object_to(session: Session, employee_id: int, now: datetime) -> bool:
    """Note that somebody does not want to be profiled; whether it is new."""
    return insert_new(session, CareerObjection, {"employee_id": employee_id, "since": now})


def allow(session: Session, employee_id: int) -> bool:
    """They do again; False when they had not objected."""
    row = session.get(CareerObjection, employee_id)
    if row is None:
        return False
    session.delete(row)
    return True


def objecting(session: Session, people: Collection[int]) -> frozenset[int]:
    """Which of these do not want to be profiled."""
    found = select(CareerObjection.employee_id).where(col(CareerObjection.employee_id).in_(people))
    return frozenset(session.exec(found))


def decisions(session: Session, employee_id: int, limit: int) -> Sequence[CareerDecision]:
    """What was decided of somebody, newest first."""
    mine = select(CareerDecision).where(CareerDecision.employee_id == employee_id)
    return session.exec(mine.order_by(col(CareerDecision.id).desc()).limit(limit)).all()


def decision(session: Session, number: int) -> CareerDecision | None:
    return session.get(CareerDecision, number)


def draft(session: Session, decided_by: int) -> CareerDraft | None:
    return session.get(CareerDraft, decided_by, populate_existing=True)


def put_draft(session: Session, row: CareerDraft) -> None:
    """In place of the one before."""
    session.merge(row)


def drop_draft(session: Session, decided_by: int) -> None:
    row = draft(session, decided_by)
    if row is not None:
        session.delete(row)


class FinalYear(NamedTuple):
    """What a year's final report says: predikat, and angka kredit where the post earns any."""

    employee_id: int
    year: int
    predikat: str
    credit: str


def final_years(session: Session, since: int, people: Collection[int]) -> Sequence[FinalYear]:
    """Of these people, from that year on."""
    columns: list[Any] = [getattr(YearReport, name) for name in FinalYear._fields]
    found = select_columns(*columns).where(
        col(YearReport.state) == FINAL,
        col(YearReport.year) >= since,
        col(YearReport.employee_id).in_(people),
    )
    return [FinalYear(*row) for row in session.connection().execute(found)]


class LongInRank(NamedTuple):
    """Who has held a rank since when."""

    employee_id: int
    since: date


def long_in_rank(
    session: Session, kind: str, until: date, unit_ids: Collection[int] | None, skip: int,
    limit: int,
) -> tuple[int, Sequence[LongInRank]]:  # fmt: skip
    """How many in service of these units (None: all) reached their rank by then; a page of them.

    `kind` is that of the fact; longest in rank first.
    """
    last: Any = func.max(CareerFact.id)
    counting = (
        select_columns(last)
        .where(col(CareerFact.kind) == kind)
        .group_by(col(CareerFact.employee_id))
    )
    where = [
        col(CareerFact.id).in_(counting), col(CareerFact.day) <= until,
        col(Employee.left_on).is_(None),
    ]  # fmt: skip
    if unit_ids is not None:
        where.append(col(Employee.unit_id).in_(unit_ids))
    joined = (
        select_columns(col(CareerFact.employee_id), col(CareerFact.day))
        .join(Employee, col(Employee.id) == col(CareerFact.employee_id))
        .where(*where)
    )
    connection = session.connection()
    total = connection.execute(select_columns(func.count()).select_from(joined.subquery()))
    page = joined.order_by(col(CareerFact.day), col(CareerFact.employee_id))
    rows = connection.execute(page.offset(skip).limit(limit))
    return int(total.scalar_one()), [LongInRank(*row) for row in rows]
