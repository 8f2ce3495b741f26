"""Who takes part: who sends achievements, who was honoured or never named, who learns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from bot.rules.achievements import SENT, State
from storage.achievements import Achievement
from storage.awards import Award, Nomination
from storage.awards import nominations as named
from storage.employees import Employee
from storage.proposals import Proposal
from storage.results import Result
from storage.trainings.learning import CONFIRMED, Learning

Whose = Collection[ColumnElement[bool]]
"""Conditions on the roster, as `storage.overview` makes them."""


class Person(NamedTuple):
    """One line of a list; `many` counts what the list is about, `day` is its newest."""

    employee_id: int
    name: str
    post: str
    many: int
    day: datetime | None


class Sharing(NamedTuple):
    """How many people of one kind there are, and how many of them learned something."""

    unit_id: int
    rank: str
    sex: int
    people: int
    learned: int


def people(session: Session, whose: Whose) -> int:
    """How many in service."""
    return _count(session, select(col(Employee.id)).where(*_here(whose)))


def sent_since(session: Session, whose: Whose, since: datetime) -> int:
    """How many of them sent an achievement since then."""
    found = select(col(Employee.id)).where(*_here(whose), col(Employee.id).in_(_senders(since)))
    return _count(session, found)


def silent(
    session: Session, whose: Whose, since: datetime, skip: int, limit: int
) -> tuple[int, Sequence[Person]]:
    """Who sent none since then: how many, and a page of them by name."""
    columns: tuple[Any, ...] = (Employee.id, Employee.name, Employee.post)
    found = select(*columns).where(*_here(whose), col(Employee.id).not_in(_senders(since)))
    total = _count(session, found)
    page = found.order_by(col(Employee.search_key), col(Employee.id)).offset(skip).limit(limit)
    return total, [
        Person(row.id, row.name, row.post, 0, None) for row in session.connection().execute(page)
    ]


def honoured(
    session: Session, whose: Whose, since: datetime, skip: int, limit: int
) -> tuple[int, Sequence[Person]]:
    """Who was given an award since then, the newest first."""
    newest = func.max(col(Award.given_at))
    columns: tuple[Any, ...] = (Employee.id, Employee.name, Employee.post, func.count(), newest)
    found = (
        select(*columns)
        .join(Award, col(Award.employee_id) == col(Employee.id))
        .where(*_here(whose), col(Award.given_at) >= since)
        .group_by(col(Employee.id), col(Employee.name), col(Employee.post))
    )
    total = _count(session, found)
    page = found.order_by(newest.desc(), col(Employee.id)).offset(skip).limit(limit)
    return total, [Person(*row) for row in session.connection().execute(page)]


def overlooked(
    session: Session, whose: Whose, since: datetime, fewest: int, predikat: Collection[str],
    period_id: int | None, skip: int, limit: int,
) -> tuple[int, Sequence[Person]]:  # fmt: skip
    """Who has so many approved achievements since then and was never named for an award.

    Neither nominated, proposed nor honoured; with one of these predikat in the period, if any is
    given. Those with the most achievements first.
    """
    many = func.count()
    columns: tuple[Any, ...] = (
        Employee.id, Employee.name, Employee.post, many, func.max(col(Achievement.sent_at)),
    )  # fmt: skip
    found = (
        select(*columns)
        .join(Achievement, col(Achievement.employee_id) == col(Employee.id))
        .where(
            *_here(whose),
            col(Achievement.state) == State.APPROVED,
            col(Achievement.sent_at) >= since,
            *(col(Employee.id).not_in(some) for some in _named(since)),
        )
        .group_by(col(Employee.id), col(Employee.name), col(Employee.post))
        .having(many >= fewest)
    )
    if period_id is not None:
        good = select(col(Result.employee_id)).where(
            col(Result.period_id) == period_id, col(Result.predikat).in_(predikat)
        )
        found = found.where(col(Employee.id).in_(good))
    total = _count(session, found)
    page = found.order_by(many.desc(), col(Employee.id)).offset(skip).limit(limit)
    return total, [Person(*row) for row in session.connection().execute(page)]


def sharing(session: Session, whose: Whose, first: date, last: date) -> Sequence[Sharing]:
    """By unit, rank and sex: how many there are, and how many had learning confirmed then."""
    kinds: tuple[Any, ...] = (Employee.unit_id, Employee.rank, Employee.sex)
    learners = select(col(Learning.employee_id)).where(
        col(Learning.state) == CONFIRMED, col(Learning.ended_on).between(first, last)
    )
    everybody = select(*kinds, func.count().label("people")).where(*_here(whose)).group_by(*kinds)
    some = everybody.where(col(Employee.id).in_(learners))
    connection = session.connection()
    learned = {(row.unit_id, row.rank, row.sex): row.people for row in connection.execute(some)}
    found = []
    for row in connection.execute(everybody):
        kind = (row.unit_id, row.rank, row.sex)
        found.append(Sharing(*kind, row.people, learned.get(kind, 0)))
    return found


def _here(whose: Whose) -> Sequence[ColumnElement[bool]]:
    return [*whose, col(Employee.left_on).is_(None)]


def _senders(since: datetime) -> Any:
    return select(col(Achievement.employee_id)).where(
        col(Achievement.state).in_(SENT), col(Achievement.sent_at) >= since
    )


def _named(since: datetime) -> Sequence[Any]:
    """Who was nominated, proposed or honoured since then."""
    return (
        select(col(Nomination.employee_id)).where(
            col(Nomination.state) == named.SENT, col(Nomination.written_at) >= since
        ),
        select(col(Proposal.employee_id)).where(col(Proposal.proposed_at) >= since),
        select(col(Award.employee_id)).where(col(Award.given_at) >= since),
    )


def _count(session: Session, found: Any) -> int:
    counted = select(func.count()).select_from(found.order_by(None).subquery())
    return int(session.connection().execute(counted).scalar_one())
