"""A unit at a glance: how many people have which predikat, and what is still owed by whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Integer, case, cast, func, select
from sqlmodel import Session, col

from storage.duties import STILL_OPEN, Duty, DutyKind
from storage.employees import Employee
from storage.results import ABSENT, WIDTH, Result


class Owner(NamedTuple):
    """One person's open duties of a kind: how many, and when the first is due."""

    employee_id: int
    name: str
    kind: str
    many: int
    due_on: date


class Owed(NamedTuple):
    """One kind of duty: how many people owe it, how many of it, and when the first is due."""

    kind: str
    people: int
    many: int
    due_on: date


def spread(session: Session, period_id: int, units: Collection[int] | None) -> dict[str, int]:
    """People of these units (None: all) with a result in a period, counted by predikat."""
    found = (
        select(col(Result.predikat), func.count())
        .where(col(Result.period_id) == period_id, *_their(Result.employee_id, _within(units)))
        .group_by(col(Result.predikat))
    )
    return {row[0]: int(row[1]) for row in session.connection().execute(found)}


def sums(
    session: Session, period_id: int, whose: Collection[Any], indicators: int
) -> tuple[int, Sequence[tuple[int, int]]]:
    """These people's results of a period: how many, and of each indicator the values summed up.

    Of each, in the order of the keys: how many have one, and their sum in hundredths.
    """
    digits = (
        func.substr(col(Result.by_indicator), at * WIDTH + 1, WIDTH) for at in range(indicators)
    )
    there = [func.nullif(one, ABSENT) for one in digits]
    values = (cast(one, Integer) for one in there)
    found = select(func.count(), *map(func.count, there), *map(func.sum, values)).where(
        col(Result.period_id) == period_id, *_their(Result.employee_id, whose)
    )
    people, *row = (int(one or 0) for one in session.connection().execute(found).one())
    return people, list(zip(row[:indicators], row[indicators:], strict=True))


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
    found = select(done, func.count()).where(
        *_those(period_id, kinds, today), *_their(Duty.owner_id, whose)
    )
    row = session.connection().execute(found).one()
    return int(row[0]), int(row[1])


def any_owed(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date
) -> bool:
    """Whether anybody of them still owes anything of these kinds."""
    open_ones = (*_those(period_id, kinds, today), col(Duty.done_at).is_(None))
    found = select(col(Duty.id)).where(*open_ones, *_their(Duty.owner_id, whose)).limit(1)
    return session.connection().execute(found).first() is not None


def owed(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date
) -> Sequence[Owed]:
    """What they still owe, duty by duty, the first due first."""
    first = func.min(col(Duty.due_on))
    open_ones = (*_those(period_id, kinds, today), col(Duty.done_at).is_(None))
    found = (
        select(col(Duty.kind), func.count(col(Duty.owner_id).distinct()), func.count(), first)
        .where(*open_ones, *_their(Duty.owner_id, whose))
        .group_by(col(Duty.kind))
        .order_by(first, col(Duty.kind))
    )
    return [Owed(*row) for row in session.connection().execute(found)]


def owners(
    session: Session, period_id: int, kinds: Collection[str], whose: Collection[Any], today: date,
    most: int,
) -> Sequence[Owner]:  # fmt: skip
    """The first of those who still owe something, the most urgent first."""
    first = func.min(col(Duty.due_on))
    found = (
        select(col(Duty.owner_id), col(Employee.name), col(Duty.kind), func.count(), first)
        .join(Employee, col(Employee.id) == col(Duty.owner_id))
        .where(*_those(period_id, kinds, today), *whose, col(Duty.done_at).is_(None))
        .group_by(col(Duty.owner_id), col(Employee.name), col(Duty.kind))
        .order_by(first, col(Employee.name), col(Duty.kind), col(Duty.owner_id))
        .limit(most)
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


def but(employee_id: int) -> Collection[Any]:
    """Whose duties: everybody else's."""
    return (col(Employee.id) != employee_id,)


def _those(period_id: int, kinds: Collection[str], today: date) -> tuple[Any, ...]:
    return (
        col(Duty.period_id) == period_id,
        col(Duty.kind).in_(kinds),
        col(Duty.opens_on) <= today,
        col(Duty.cancelled_at).is_(None),
    )


def _their(person: Any, whose: Collection[Any]) -> tuple[Any, ...]:
    """Rows about these people; where everybody is meant, nobody needs to be looked up."""
    if not whose:
        return ()
    return (col(person).in_(select(col(Employee.id)).where(*whose)),)


def _within(units: Collection[int] | None) -> tuple[Any, ...]:
    return () if units is None else (col(Employee.unit_id).in_(units),)
