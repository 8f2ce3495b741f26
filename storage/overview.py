"""A unit at a glance: how many people have which predikat, and what is still owed by whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from storage.duties import STILL_OPEN, Duty, DutyKind
from storage.employees import Employee
from storage.results import Result


class Owner(NamedTuple):
    """One person's open duties of a kind: how many, and when the first is due."""

    employee_id: int
    name: str
    kind: str
    many: int
    due_on: date


def spread(session: Session, period_id: int, units: Collection[int] | None) -> dict[str, int]:
    """People of these units (None: all) with a result in a period, counted by predikat."""
    found = (
        select(col(Result.predikat), func.count())
        .join(Employee, col(Employee.id) == col(Result.employee_id))
        .where(col(Result.period_id) == period_id, *_within(units))
        .group_by(col(Result.predikat))
    )
    return {row[0]: int(row[1]) for row in session.connection().execute(found)}


def parts(session: Session, period_id: int, whose: Collection[Any]) -> Sequence[str]:
    """The parts of these people's results of a period, as `bot.actions.scores` wrote them."""
    found = (
        select(col(Result.parts))
        .join(Employee, col(Employee.id) == col(Result.employee_id))
        .where(col(Result.period_id) == period_id, *whose)
    )
    return list(session.connection().execute(found).scalars())


def unrated(session: Session, period_id: int, units: Collection[int] | None) -> int:
    """People of these units in service whose rating in a period is still owed."""
    found = (
        select(func.count(col(Duty.about_id).distinct()))
        .join(Employee, col(Employee.id) == col(Duty.about_id))
        .where(
            col(Duty.period_id) == period_id,
            col(Duty.kind) == DutyKind.APPRAISE,
            *STILL_OPEN,
            *_within(units),
            col(Employee.left_on).is_(None),
        )
    )
    return int(session.connection().execute(found).scalar_one())


def progress(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date
) -> tuple[int, int]:
    """How many duties of these kinds that may be done by today are done, and of how many."""
    done = func.coalesce(func.sum(case((col(Duty.done_at).is_not(None), 1), else_=0)), 0)
    found = (
        select(done, func.count())
        .join(Employee, col(Employee.id) == col(Duty.owner_id))
        .where(*_those(period_id, kinds, today), *whose)
    )
    row = session.connection().execute(found).one()
    return int(row[0]), int(row[1])


def any_owed(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date
) -> bool:
    """Whether anybody of them still owes anything of these kinds."""
    found = (
        select(col(Duty.id))
        .join(Employee, col(Employee.id) == col(Duty.owner_id))
        .where(*_those(period_id, kinds, today), *whose, col(Duty.done_at).is_(None))
        .limit(1)
    )
    return session.connection().execute(found).first() is not None


def owners(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date
) -> Sequence[Owner]:
    """Who still owes what, the most urgent first."""
    first = func.min(col(Duty.due_on))
    found = (
        select(col(Duty.owner_id), col(Employee.name), col(Duty.kind), func.count(), first)
        .join(Employee, col(Employee.id) == col(Duty.owner_id))
        .where(*_those(period_id, kinds, today), *whose, col(Duty.done_at).is_(None))
        .group_by(col(Duty.owner_id), col(Employee.name), col(Duty.kind))
        .order_by(first, col(Employee.name), col(Duty.kind))
    )
    return [Owner(*row) for row in session.connection().execute(found)]


def of_units(units: Collection[int] | None) -> Collection[Any]:
    """Whose duties: those of people in these units (None: everybody's)."""
    return _within(units)


def of_reports(superior_id: int) -> Collection[Any]:
    """Whose duties: those of one person's direct subordinates."""
    return (col(Employee.superior_id) == superior_id, col(Employee.left_on).is_(None))


def of_people(numbers: Collection[int]) -> Collection[Any]:
    """Whose duties: those of these people."""
    return (col(Employee.id).in_(numbers),)


def _those(period_id: int, kinds: Collection[str], today: date) -> tuple[Any, ...]:
    return (
        col(Duty.period_id) == period_id,
        col(Duty.kind).in_(kinds),
        col(Duty.opens_on) <= today,
        col(Duty.cancelled_at).is_(None),
    )


def _within(units: Collection[int] | None) -> tuple[Any, ...]:
    return () if units is None else (col(Employee.unit_id).in_(units),)
