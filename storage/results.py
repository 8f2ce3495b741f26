"""Results: the score of one person in one period with all its parts, as it was computed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Index, UniqueConstraint, bindparam, case, delete, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.employees import Employee
from storage.periods import FINAL, PUBLISHED, Period
from storage.prepared import Prepared
from storage.rows import Rows
from storage.upsert import insert_new

WIDTH = 5
ABSENT = "-" * WIDTH


class Result(SQLModel, table=True):
    """Numbers are written as decimal strings, so that both databases keep every digit.

    `parts` is JSON of such strings (`bot.actions.scores` writes and reads it); `raters` counts
    the people whose answers are in it. `by_indicator` has the value of each indicator in `parts`
    once more, for means of many: `WIDTH` digits each, hundredths, in the order of their keys,
    `ABSENT` where there is none. Scheme and formula are those that the period pinned.
    `computed_by` is who sent what it was computed after; None: the close of rating.
    """

    __table_args__ = (
        UniqueConstraint("period_id", "employee_id"),
        Index("results_at_a_glance", "period_id", "employee_id", "predikat", "by_indicator"),
    )

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    scheme_id: int = Field(foreign_key="schemeversion.id")
    formula: str
    total: str
    hasil_kerja: str
    perilaku: str
    predikat: str
    raters: int
    parts: str
    by_indicator: str
    computed_at: datetime = moment()
    computed_by: int | None = None
    edition: int = 1  # `storage.editions` keeps the ones before


_RENEW = Prepared(
    update(Result).where(col(Result.id) == bindparam("result_id"), col(Result.edition) == 1)
)


def add(session: Session, result: Result) -> bool:
    """Keep a result unless the person has one in this period; whether it is new."""
    return insert_new(session, Result, result.model_dump(exclude={"id"}))


def renew(session: Session, changed: Sequence[dict[str, Any]]) -> None:
    """Put values in place of those of results (`result_id`) that nobody has decided on."""
    _RENEW.change_each(session, changed)


def withdraw(session: Session, result_id: int) -> bool:
    """Take a result back that was never published or decided on; False when it was decided on."""
    this = delete(Result).where(col(Result.id) == result_id, col(Result.edition) == 1)
    return session.exec(this).rowcount == 1


def get(session: Session, result_id: int) -> Result | None:
    return session.get(Result, result_id)


def of(session: Session, period_id: int, employee_id: int) -> Result | None:
    return session.exec(
        select(Result).where(Result.period_id == period_id, Result.employee_id == employee_id)
    ).first()


_AFTER = Rows(
    Result,
    select(Result)
    .where(Result.period_id == bindparam("period"), col(Result.employee_id) > bindparam("reached"))
    .order_by(col(Result.employee_id))
    .limit(bindparam("most")),
)


def after(session: Session, period_id: int, employee_id: int, limit: int) -> Sequence[Result]:
    """Results of a period by the number of the employee, those above this one; only to look at."""
    return _AFTER.all(session, period=period_id, reached=employee_id, most=limit)


def of_people(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> dict[int, Result]:
    """Results of several people in one period, by person."""
    found = select(Result).where(
        Result.period_id == period_id, col(Result.employee_id).in_(employee_ids)
    )
    return {result.employee_id: result for result in session.exec(found)}


def most_raters(session: Session, period_id: int, unit_ids: Collection[int] | None) -> int:
    """By how many anybody in these units (None: everywhere) was rated; at least 1."""
    found = select(func.max(Result.raters)).where(Result.period_id == period_id)
    if unit_ids is not None:
        found = found.join(Employee, col(Employee.id) == col(Result.employee_id))
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    return session.exec(found).one() or 1


def holders(session: Session, period_id: int) -> frozenset[int]:
    """Everybody who has a result in this period."""
    return frozenset(session.exec(select(Result.employee_id).where(Result.period_id == period_id)))


def of_year(session: Session, year: int, fewest: int, counting: Collection[int]) -> frozenset[int]:
    """Who has that many published results in a year, at least one of them in these quarters."""
    counted = func.sum(case((col(Period.quarter).in_(counting), 1), else_=0))
    found = (
        select_columns(col(Result.employee_id))
        .join(Period, col(Result.period_id) == col(Period.id))
        .where(col(Period.year) == year, col(Period.state).in_((PUBLISHED, FINAL)))
        .group_by(col(Result.employee_id))
        .having(func.count() >= fewest, counted > 0)
    )
    return frozenset(session.connection().execute(found).scalars())


def count(session: Session, period_id: int) -> int:
    """How many people have a result in this period."""
    counted = select_columns(func.count()).where(col(Result.period_id) == period_id)
    return int(session.connection().execute(counted).scalar_one())


def newest_of(session: Session, employee_id: int, limit: int) -> Sequence[tuple[Result, Period]]:
    """A person's results with their periods, newest first."""
    found = (
        select(Result, Period)
        .join(Period, col(Result.period_id) == col(Period.id))
        .where(Result.employee_id == employee_id)
        .order_by(col(Period.year).desc(), col(Period.quarter).desc())
        .limit(limit)
    )
    return session.exec(found).all()


def batch(session: Session, after_id: int, limit: int) -> Sequence[Result]:
    """Stored results in the order of their numbers, a page at a time, for the nightly replay."""
    found = select(Result).where(col(Result.id) > after_id)
    return session.exec(found.order_by(col(Result.id)).limit(limit)).all()


class Total(NamedTuple):
    """One person's result in short."""

    employee_id: int
    name: str
    total: str
    predikat: str
    edition: int


def totals(
    session: Session, period_id: int, unit_ids: Collection[int] | None = None
) -> Sequence[Total]:
    """Everybody of these units who has a result (None: of all), by name."""
    columns: list[Any] = [
        col(Result.employee_id), Employee.name, Result.total, Result.predikat, Result.edition,
    ]  # fmt: skip
    found = select_columns(*columns).join(Employee, col(Employee.id) == col(Result.employee_id))
    found = found.where(col(Result.period_id) == period_id).order_by(Employee.search_key)
    if unit_ids is not None:
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    return [Total(*row) for row in session.connection().execute(found)]
