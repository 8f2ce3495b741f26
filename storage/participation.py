"""Who takes part: who sends achievements, who was honoured or never named, who learns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlmodel import Session, col

from bot.rules.achievements import SENT, State
from storage.achievements import Achievement
from storage.awards import Award, Nomination
from storage.awards import nominations as named
from storage.certificates import stands
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
    return _count(session, *_here(whose))


def sent_since(session: Session, whose: Whose, since: datetime) -> int:
    """How many of them sent an achievement since then."""
    return _count(session, *_here(whose), _sent(since))


def count_silent(session: Session, whose: Whose, since: datetime) -> int:
    """How many sent none since then."""
    return _count(session, *_here(whose), ~_sent(since))


def silent(
    session: Session, whose: Whose, since: datetime, skip: int, limit: int
) -> Sequence[Person]:
    """A page of those who sent none since then, by name."""
    found: Any = select(*_SHOWN).where(*_here(whose), ~_sent(since))
    page = found.order_by(col(Employee.search_key), col(Employee.id)).offset(skip).limit(limit)
    rows = session.connection().execute(page)
    return [Person(number, name, post, 0, None) for number, name, post in rows]


def count_honoured(session: Session, whose: Whose, since: datetime) -> int:
    """How many were given an award since then."""
    return _count(session, *_here(whose), exists().where(*_given(since)))


def honoured(
    session: Session, whose: Whose, since: datetime, skip: int, limit: int
) -> Sequence[Person]:
    """A page of those who were given an award since then, the newest first."""
    newest = func.max(col(Award.given_at))
    found: Any = (
        select(*_SHOWN, func.count(), newest)
        .join(Award, _OWN_AWARD)
        .where(*_here(whose), col(Award.given_at) >= since, stands())
        .group_by(*_SHOWN)
    )
    page = found.order_by(newest.desc(), col(Employee.id)).offset(skip).limit(limit)
    return [Person(*row) for row in session.connection().execute(page)]


class Deserving(NamedTuple):
    """Who should have been named: so many approved achievements since then, and never named.

    Neither nominated, proposed nor honoured; with one of these predikat in the period, if any is
    given.
    """

    since: datetime
    fewest: int
    predikat: Collection[str]
    period_id: int | None


def count_overlooked(session: Session, whose: Whose, asked: Deserving) -> int:
    """How many there are."""
    good = _good(asked)
    found = select(func.count()).select_from(Employee).join(good, good.c.owner == Employee.id)
    found = found.where(*_here(whose), *_unnamed(asked))
    return int(session.connection().execute(found).scalar_one())


def overlooked(
    session: Session, whose: Whose, asked: Deserving, skip: int, limit: int
) -> tuple[int, Sequence[Person]]:
    """How many there are, and a page of them, those with the most achievements first.

    0 for a page behind the last.
    """
    good = _good(asked)
    columns = (*_SHOWN, good.c.many, good.c.newest, func.count().over())
    found = select(*columns).join(good, good.c.owner == Employee.id)
    found = found.where(*_here(whose), *_unnamed(asked))
    page = found.order_by(good.c.many.desc(), col(Employee.id)).offset(skip).limit(limit)
    rows = session.connection().execute(page).all()
    return rows[0][-1] if rows else 0, [Person(*row[:-1]) for row in rows]


def sharing(session: Session, whose: Whose, first: date, last: date) -> Sequence[Sharing]:
    """By unit, rank and sex: how many there are, and how many had learning confirmed then."""
    kinds: tuple[Any, ...] = (Employee.unit_id, Employee.rank, Employee.sex)
    learned = exists().where(
        col(Learning.employee_id) == col(Employee.id),
        col(Learning.state) == CONFIRMED,
        col(Learning.ended_on).between(first, last),
    )
    found: Any = select(*kinds, func.count(), func.sum(case((learned, 1), else_=0)))
    grouped = found.where(*_here(whose)).group_by(*kinds)
    return [Sharing(*row) for row in session.connection().execute(grouped)]


_SHOWN: tuple[Any, ...] = (col(Employee.id), col(Employee.name), col(Employee.post))
_OWN_AWARD = col(Award.employee_id) == col(Employee.id)


def _here(whose: Whose) -> Sequence[ColumnElement[bool]]:
    return [*whose, col(Employee.left_on).is_(None)]


# Asked of one person after another: each is found by an index that begins with the person.
def _sent(since: datetime) -> ColumnElement[bool]:
    return exists().where(
        col(Achievement.employee_id) == col(Employee.id),
        col(Achievement.sent_at) >= since,
        col(Achievement.state).in_(SENT),
    )


def _given(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return _OWN_AWARD, col(Award.given_at) >= since, stands()


def _good(asked: Deserving) -> Any:
    """Owners of enough approved achievements: how many, and when the newest was sent."""
    owner: Any = col(Achievement.employee_id).label("owner")
    many, newest = func.count().label("many"), func.max(col(Achievement.sent_at)).label("newest")
    approved = (
        col(Achievement.state) == State.APPROVED, col(Achievement.sent_at) >= asked.since,
    )  # fmt: skip
    found = select(owner, many, newest).where(*approved).group_by(owner)
    return found.having(func.count() >= asked.fewest).subquery()


def _unnamed(asked: Deserving) -> Iterator[ColumnElement[bool]]:
    """Neither nominated, proposed nor honoured since then, and well rated."""
    if asked.period_id is not None:
        rated = (
            col(Result.period_id) == asked.period_id, col(Result.predikat).in_(asked.predikat),
        )  # fmt: skip
        yield col(Employee.id).in_(select(col(Result.employee_id)).where(*rated))
    yield ~exists().where(*_given(asked.since))
    yield ~exists().where(
        col(Proposal.employee_id) == col(Employee.id), col(Proposal.proposed_at) >= asked.since
    )
    yield ~exists().where(
        col(Nomination.employee_id) == col(Employee.id),
        col(Nomination.state) == named.SENT,
        col(Nomination.written_at) >= asked.since,
    )


def _count(session: Session, *which: ColumnElement[bool]) -> int:
    found = select(func.count()).select_from(Employee).where(*which)
    return int(session.connection().execute(found).scalar_one())
