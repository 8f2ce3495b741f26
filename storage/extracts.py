"""Rows of many people at once, as extracts and call lists are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func
from sqlalchemy import select as columns_of
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_

from bot.rules.achievements import SENT, State
from storage.accounts import ACTIVE, Account
from storage.achievements import Achievement
from storage.awards import Award
from storage.employees import Employee
from storage.forums import OPEN, Forum
from storage.invitations import Invitation
from storage.results import Result
from storage.trainings.learning import CONFIRMED, Learning
from storage.units import Unit

Units = frozenset[int] | None
"""Of these units, or (None) of the whole agency."""
Person = Row[Any]
Rows = Sequence[Person]

_WHO: tuple[Any, ...] = (col(Employee.nip), col(Employee.name), col(Unit.name).label("unit"))
_GROUPS: tuple[Any, ...] = (col(Employee.rank), col(Employee.sex))
_ORDER = (col(Unit.name), col(Employee.search_key), col(Employee.id))
_MINE = and_(col(Account.employee_id) == col(Employee.id), col(Account.state) == ACTIVE)


def _within(units: Units) -> list[ColumnElement[bool]]:
    return [] if units is None else [col(Employee.unit_id).in_(units)]


def _rows(session: Session, found: Select[Any], units: Units) -> Rows:
    ordered = found.where(*_within(units)).order_by(*_ORDER)
    return session.connection().execute(ordered).all()


def people(session: Session, units: Units) -> Rows:
    """nip, name, unit, post, post_level, rank, superior, account (active, blocked or nothing)."""
    boss: Any = aliased(Employee)
    account = case(
        (col(Account.id).is_(None), ""), (col(Account.unreachable).is_not(None), "blocked"),
        else_="active",
    )  # fmt: skip
    found = (
        columns_of(
            *_WHO, col(Employee.post), col(Employee.post_level), col(Employee.rank),
            boss.name.label("superior"), account.label("account"),
        )
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(boss, boss.id == col(Employee.superior_id))
        .outerjoin(Account, _MINE)
        .where(col(Employee.left_on).is_(None))
    )  # fmt: skip
    return _rows(session, found, units)


def results(session: Session, units: Units, period_id: int) -> Rows:
    """nip, name, unit, hasil_kerja, perilaku, total, predikat, edition."""
    found = (
        columns_of(
            *_WHO, col(Result.hasil_kerja), col(Result.perilaku), col(Result.total),
            col(Result.predikat), col(Result.edition),
        )
        .join(Employee, col(Employee.id) == col(Result.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Result.period_id) == period_id)
    )  # fmt: skip
    return _rows(session, found, units)


def participation(session: Session, units: Units, since: datetime, until: datetime) -> Rows:
    """nip, name, unit, rank, sex, sent, approved: achievements of everybody then in service."""
    counted = (
        columns_of(
            col(Achievement.employee_id).label("who"), func.count().label("sent"),
            func.count().filter(col(Achievement.state) == State.APPROVED).label("approved"),
        )
        .where(
            col(Achievement.state).in_(SENT), col(Achievement.sent_at) >= since,
            col(Achievement.sent_at) < until,
        )
        .group_by(col(Achievement.employee_id))
        .subquery()
    )  # fmt: skip
    found = (
        columns_of(
            *_WHO, *_GROUPS, func.coalesce(counted.c.sent, 0).label("sent"),
            func.coalesce(counted.c.approved, 0).label("approved"),
        )
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(counted, counted.c.who == col(Employee.id))
        .where(col(Employee.left_on).is_(None))
    )  # fmt: skip
    return _rows(session, found, units)


def awards(session: Session, units: Units, year: int) -> Rows:
    """nip, name, unit, rank, sex, kind, number, period_id, given_at, handed_at."""
    found = (
        columns_of(
            *_WHO,
            *_GROUPS,
            col(Award.kind),
            col(Award.number),
            col(Award.period_id),
            col(Award.given_at),
            col(Award.handed_at),
        )
        .join(Employee, col(Employee.id) == col(Award.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Award.year) == year)
    )
    return _rows(session, found, units)


def learned(session: Session, units: Units, first: date, last: date) -> Rows:
    """nip, name, unit, rank, sex, minutes: what counts of everybody in service on these days."""
    counted = (
        columns_of(
            col(Learning.employee_id).label("who"),
            func.sum(col(Learning.minutes)).label("minutes"),
        )
        .where(
            col(Learning.state) == CONFIRMED, col(Learning.ended_on) >= first,
            col(Learning.ended_on) <= last,
        )
        .group_by(col(Learning.employee_id))
        .subquery()
    )  # fmt: skip
    found = (
        columns_of(*_WHO, *_GROUPS, func.coalesce(counted.c.minutes, 0).label("minutes"))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(counted, counted.c.who == col(Employee.id))
        .where(col(Employee.left_on).is_(None))
    )
    return _rows(session, found, units)


def attendance(session: Session, units: Units, since: datetime, until: datetime) -> Rows:
    """nip, name, unit, topic, starts_at, zone, answer, attended_at: meetings of that time."""
    found = (
        columns_of(
            *_WHO, col(Forum.topic), col(Forum.starts_at), col(Forum.zone),
            col(Invitation.answer), col(Invitation.attended_at),
        )
        .join(Invitation, col(Invitation.employee_id) == col(Employee.id))
        .join(Forum, col(Forum.id) == col(Invitation.forum_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(
            col(Forum.state) == OPEN, col(Forum.starts_at) >= since,
            col(Forum.starts_at) < until,
        )
    )  # fmt: skip
    ordered: Select[Any] = found.where(*_within(units))
    by_day = ordered.order_by(col(Forum.starts_at), *_ORDER)
    return session.connection().execute(by_day).all()


def out_of_reach(session: Session, units: Units) -> Rows:
    """nip, name, unit, phone, blocked (why; None: never joined): whom the bot cannot write to."""
    found = (
        columns_of(*_WHO, col(Employee.phone), col(Account.unreachable).label("blocked"))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(Account, _MINE)
        .where(
            col(Employee.left_on).is_(None),
            or_(col(Account.id).is_(None), col(Account.unreachable).is_not(None)),
        )
    )
    return _rows(session, found, units)
