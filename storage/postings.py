"""Postings: under whom and in which unit somebody stood, from which day on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Date,
    UniqueConstraint,
    and_,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col

from storage.absences import Absence, Mandate
from storage.employees import Employee
from storage.workplaces import Post

EVER = date(1900, 1, 1)
"""The first day of whoever was there when the first roster came."""


class Posting(SQLModel, table=True):
    """From `since` until the person's next one."""

    __table_args__ = (UniqueConstraint("employee_id", "since"),)

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    since: date = Field(index=True)
    superior_id: int | None = Field(default=None, foreign_key="employee.id")
    unit_id: int = Field(foreign_key="unit.id")


class Acted(NamedTuple):
    """A mandate as it was, both days included."""

    absent_id: int
    holder_id: int
    since: date
    until: date


def bring(session: Session, today: date, only: int | None = None) -> None:
    """Note for everybody who stands otherwise than noted that they do so from today on.

    `only` this person, where one alone may have changed: then to be called before the change,
    too, so that what was there before is noted even of who never was.
    """
    noted_of = true() if only is None else col(Posting.employee_id) == only
    whom = true() if only is None else col(Employee.id) == only
    counted = select(func.count(col(Posting.id))).where(noted_of)
    first = session.connection().execute(counted).scalar_one() == 0
    differs = or_(
        col(Posting.superior_id).is_distinct_from(col(Employee.superior_id)),
        col(Posting.unit_id) != col(Employee.unit_id),
    )
    here = and_(col(Employee.id) == col(Posting.employee_id), differs)
    stands = {
        name: select(column).where(col(Employee.id) == col(Posting.employee_id)).scalar_subquery()
        for name, column in (
            ("superior_id", col(Employee.superior_id)),
            ("unit_id", col(Employee.unit_id)),
        )
    }
    same_day = update(Posting).where(col(Posting.since) == today, noted_of)
    session.connection().execute(
        same_day.where(select(col(Employee.id)).where(here).exists()).values(stands)
    )
    newest = (
        select(col(Posting.employee_id).label("who"), func.max(col(Posting.since)).label("day"))
        .group_by(col(Posting.employee_id))
        .subquery()
    )
    noted: Any = aliased(Posting)
    missing = (
        select(
            col(Employee.id), literal(EVER if first else today, Date),
            col(Employee.superior_id), col(Employee.unit_id),
        )
        .outerjoin(newest, newest.c.who == col(Employee.id))
        .outerjoin(noted, and_(noted.employee_id == newest.c.who, noted.since == newest.c.day))
        .where(
            whom,
            or_(
                noted.id.is_(None),
                noted.superior_id.is_distinct_from(col(Employee.superior_id)),
                noted.unit_id != col(Employee.unit_id),
            ),
        )
    )  # fmt: skip
    names = ["employee_id", "since", "superior_id", "unit_id"]
    session.connection().execute(insert(Posting).from_select(names, missing))


def moved(
    session: Session, after: date, last: date, among: Collection[int] | None = None
) -> frozenset[int]:
    """Who (of these, if given) got another posting after the first day, up to the last."""
    found = select(col(Posting.employee_id)).where(
        col(Posting.since) > after, col(Posting.since) <= last
    )
    if among is not None:
        found = found.where(col(Posting.employee_id).in_(among))
    return frozenset(session.connection().execute(found).scalars())


def left_since(session: Session, day: date, among: Collection[int] | None = None) -> list[Post]:
    """Where those (of these, if given) stood last who left the service on that day or later."""
    found = select(col(Employee.id), col(Employee.unit_id), col(Employee.superior_id)).where(
        col(Employee.left_on) >= day
    )
    if among is not None:
        found = found.where(col(Employee.id).in_(among))
    rows = session.connection().execute(found.order_by(col(Employee.id)))
    return [Post(row.id, row.unit_id, row.superior_id) for row in rows]


def of_people(session: Session, employee_ids: Collection[int]) -> dict[int, list[Posting]]:
    """All postings of these people, oldest first."""
    found = select(Posting).where(col(Posting.employee_id).in_(employee_ids))
    postings: dict[int, list[Posting]] = {}
    for one in session.execute(found.order_by(col(Posting.since))).scalars():
        postings.setdefault(one.employee_id, []).append(one)
    return postings


def acted(session: Session, first: date, last: date) -> Sequence[Acted]:
    """Mandates that touch these days."""
    found = select(
        col(Mandate.absent_id), col(Mandate.holder_id), col(Mandate.since), col(Mandate.until)
    ).where(col(Mandate.since) <= last, col(Mandate.until) >= first)
    return [Acted(*row) for row in session.connection().execute(found)]


def away(
    session: Session,
    employee_ids: Collection[int],
    kinds: Collection[str],
    first: date,
    last: date,
) -> dict[int, list[tuple[date, date]]]:
    """Leave of these kinds that touches these days, by person."""
    found = select(col(Absence.employee_id), col(Absence.since), col(Absence.until)).where(
        col(Absence.employee_id).in_(employee_ids),
        col(Absence.kind).in_(kinds),
        col(Absence.since) <= last,
        col(Absence.until) >= first,
    )
    leave: dict[int, list[tuple[date, date]]] = {}
    for who, since, until in session.connection().execute(found):
        leave.setdefault(who, []).append((since, until))
    return leave


def first_days(session: Session, employee_id: int | None = None) -> dict[int, date]:
    """Since when everybody (or this person) is there, by number; `EVER` by the first roster."""
    columns: list[Any] = [col(Posting.employee_id), func.min(col(Posting.since))]
    found = select(*columns).group_by(col(Posting.employee_id))
    if employee_id is not None:
        found = found.where(col(Posting.employee_id) == employee_id)
    return {row[0]: row[1] for row in session.connection().execute(found)}
