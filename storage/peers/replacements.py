"""Tickets that cannot be answered, and those in whose place somebody is to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select as select_columns
from sqlalchemy import update
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from storage.absences import Absence
from storage.employees import Employee
from storage.peers import draws
from storage.peers.tickets import PeerTicket, Side, TicketState


class Unanswerable(NamedTuple):
    """An open ticket that nobody can answer; `again` if somebody is to be drawn instead."""

    id: int
    again: bool


def unanswerable(
    session: Session, period_id: int, today: date, until: date, limit: int
) -> list[Unanswerable]:
    """Open ones whose rater left or is away to the end, or where one leads the other by now.

    Nobody is drawn anew about a person who left, nor among subordinates.
    """
    rater, person, leave = aliased(Employee), aliased(Employee), aliased(Absence)
    away = (
        select(leave.id)
        .where(
            col(leave.employee_id) == col(PeerTicket.rater_id),
            col(leave.since) <= today,
            col(leave.until) >= until,
        )
        .exists()
    )
    leading = and_(
        col(PeerTicket.side) == Side.PEER,
        or_(col(rater.superior_id) == col(person.id), col(person.superior_id) == col(rater.id)),
    )
    found = (
        select_columns(col(PeerTicket.id), col(PeerTicket.side), col(person.left_on))
        .join(rater, col(rater.id) == col(PeerTicket.rater_id))
        .join(person, col(person.id) == col(PeerTicket.about_id))
        .where(
            col(PeerTicket.period_id) == period_id,
            col(PeerTicket.state) == TicketState.OPEN,
            or_(col(rater.left_on).is_not(None), col(person.left_on).is_not(None), away, leading),
        )
        .order_by(col(PeerTicket.id))
        .limit(limit)
    )
    return [
        Unanswerable(number or 0, side == Side.PEER and left is None)
        for number, side, left in session.connection().execute(found)
    ]


def to_replace(session: Session, period_id: int, limit: int) -> Sequence[PeerTicket]:
    """Refused ones in whose place nobody was drawn yet."""
    found = select(PeerTicket).where(
        PeerTicket.period_id == period_id,
        col(PeerTicket.state).in_(draws.REFUSED),
        col(PeerTicket.replaced).is_(False),
    )
    return session.exec(found.order_by(col(PeerTicket.id)).limit(limit)).all()


def to_retry(session: Session, period_id: int, fewest: int, limit: int) -> list[int]:
    """Of people in service whom fewer are asked about: refused tickets that nobody replaced.

    As many of each as are missing, so that none is drawn for who has enough.
    """
    found = (
        select(PeerTicket.about_id, PeerTicket.id)
        .join(Employee, col(Employee.id) == col(PeerTicket.about_id))
        .where(
            PeerTicket.period_id == period_id,
            PeerTicket.side == Side.PEER,
            col(PeerTicket.state).in_(draws.REFUSED),
            col(PeerTicket.replaced).is_(True),
            col(Employee.left_on).is_(None),
        )
        .order_by(col(PeerTicket.id))
        .limit(limit)
    )
    refused: dict[int, list[int]] = {}
    for about_id, number in session.exec(found):
        refused.setdefault(about_id, []).append(number or 0)
    asked = Counter(
        one.about_id
        for one in draws.about(session, period_id, refused)
        if one.state in (TicketState.OPEN, TicketState.SPENT)
    )
    return [
        number for one, mine in refused.items() for number in mine[: max(0, fewest - asked[one])]
    ]


def unreplace(session: Session, ticket_ids: Collection[int]) -> None:
    """Somebody is to be looked for again."""
    session.exec(
        update(PeerTicket).where(col(PeerTicket.id).in_(ticket_ids)).values(replaced=False)
    )


def replace(session: Session, ticket_ids: Collection[int]) -> None:
    """Somebody was drawn in their place, or nobody could be."""
    session.exec(
        update(PeerTicket).where(col(PeerTicket.id).in_(ticket_ids)).values(replaced=True)
    )
