"""About whom too few colleagues are asked, and of whom in the end nothing is released."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import Select, case, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.peers.releases import PeerRelease
from storage.peers.tickets import PeerTicket, Side, TicketState

Units = Collection[int] | None
"""None is the whole agency."""


class Short(NamedTuple):
    """One person: how many colleagues are asked or have answered, and how many of them have."""

    employee_id: int
    asked: int
    answered: int


def short(
    session: Session, period_id: int, units: Units, fewest: int, *, answers: bool, but: int,
    limit: int, offset: int = 0,
) -> list[Short]:  # fmt: skip
    """Who is rated and has fewer than `fewest` asked, or (`answers`) answered; `but` never."""
    found = _short(period_id, units, fewest, answers=answers, but=but)
    rows = session.connection().execute(found.limit(limit).offset(offset))
    return [Short(*row) for row in rows]


def count_short(
    session: Session, period_id: int, units: Units, fewest: int, *, answers: bool, but: int
) -> int:
    found = _short(period_id, units, fewest, answers=answers, but=but).order_by(None).subquery()
    counted = select_columns(func.count()).select_from(found)
    return int(session.connection().execute(counted).scalar_one())


def of_person(session: Session, period_id: int, employee_id: int) -> Short:
    """The same of one person, however many are asked."""
    asked, answered = _counts()
    found = select_columns(asked, answered).where(_about(period_id, employee_id))
    row = session.connection().execute(found).one()
    return Short(employee_id, int(row[0] or 0), int(row[1] or 0))


def unreleased(
    session: Session, period_id: int, units: Units, *, but: int, limit: int, offset: int = 0
) -> list[int]:
    """Who was rated and of whose colleagues' answers nothing may be told, by name."""
    found = _unreleased(period_id, units, but).order_by(col(Employee.search_key), col(Employee.id))
    rows = session.connection().execute(found.limit(limit).offset(offset))
    return [row.id for row in rows]


def count_unreleased(session: Session, period_id: int, units: Units, *, but: int) -> int:
    those = _unreleased(period_id, units, but).subquery()
    counted = select_columns(func.count()).select_from(those)
    return int(session.connection().execute(counted).scalar_one())


def _short(period_id: int, units: Units, fewest: int, *, answers: bool, but: int) -> Select[Any]:
    asked, answered = _counts()
    few = or_(asked < fewest, answered < fewest) if answers else asked < fewest
    return (
        select_columns(col(Employee.id), asked, answered)
        .outerjoin(PeerTicket, _about(period_id, col(Employee.id)))
        .where(*_rated(period_id, units, but))
        .group_by(col(Employee.id))
        .having(few)
        .order_by(asked, answered, col(Employee.id))
    )


def _unreleased(period_id: int, units: Units, but: int) -> Select[Any]:
    told = and_(
        col(PeerRelease.period_id) == period_id,
        col(PeerRelease.side) == Side.PEER,
        col(PeerRelease.employee_id) == col(Employee.id),
        col(PeerRelease.levels) != "",
    )
    return (
        select_columns(col(Employee.id))
        .outerjoin(PeerRelease, told)
        .where(*_rated(period_id, units, but), col(PeerRelease.employee_id).is_(None))
    )


def _about(period_id: int, employee_id: Any) -> Any:
    return and_(
        col(PeerTicket.period_id) == period_id,
        col(PeerTicket.side) == Side.PEER,
        col(PeerTicket.about_id) == employee_id,
    )


def _counts() -> tuple[Any, Any]:
    living = (TicketState.OPEN, TicketState.SPENT)
    asked = func.coalesce(func.sum(case((col(PeerTicket.state).in_(living), 1), else_=0)), 0)
    spent = case((col(PeerTicket.state) == TicketState.SPENT, 1), else_=0)
    return asked, func.coalesce(func.sum(spent), 0)


def _rated(period_id: int, units: Units, but: int) -> list[Any]:
    """People in service whom a superior has to rate."""
    owed = (
        select_columns(col(Duty.id))
        .where(
            col(Duty.period_id) == period_id,
            col(Duty.kind) == DutyKind.APPRAISE,
            col(Duty.about_id) == col(Employee.id),
            col(Duty.cancelled_at).is_(None),
        )
        .exists()
    )
    where: list[Any] = [col(Employee.left_on).is_(None), col(Employee.id) != but, owed]
    return where if units is None else [*where, col(Employee.unit_id).in_(units)]
