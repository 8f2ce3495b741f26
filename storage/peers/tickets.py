"""Tickets: the one-time right of one person to answer about another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint, bindparam, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.kept import once
from storage.periods import Period
from storage.prepared import Prepared
from storage.rows import Rows, held


class Side(StrEnum):
    """From which side people answer."""

    PEER = "peer"
    UPWARD = "upward"  # direct subordinates about their superior


class TicketState(StrEnum):
    OPEN = "open"
    SPENT = "spent"
    DECLINED = "declined"  # the rater said why they cannot judge
    GONE = "gone"  # the rater or the person asked about left, or one leads the other now
    LAPSED = "lapsed"  # the window closed


class PeerTicket(SQLModel, table=True):
    """`way`: who proposed the rater, or the lot. `replaced`: nobody is to be drawn for it.

    `asked_on`: the day on which the rater got it; None before such days were noted.
    """

    __table_args__ = (
        UniqueConstraint("period_id", "side", "about_id", "rater_id"),
        Index("tickets_by_state", "period_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    side: str
    about_id: int = Field(foreign_key="employee.id", index=True)
    rater_id: int = Field(foreign_key="employee.id", index=True)
    way: str
    state: str = TicketState.OPEN
    replaced: bool = False
    spent_at: datetime | None = moment(nullable=True)
    asked_on: date | None = None


_ROW = select(PeerTicket).where(col(PeerTicket.id) == bindparam("this"))
_GET, _LOCK = Rows(PeerTicket, _ROW), Rows(PeerTicket, _ROW.with_for_update())
_MINE = Rows(
    PeerTicket,
    select(PeerTicket)
    .where(
        col(PeerTicket.rater_id) == bindparam("rater"),
        col(PeerTicket.period_id) == bindparam("period"),
        col(PeerTicket.state).in_((TicketState.OPEN, TicketState.SPENT)),
    )
    .order_by(col(PeerTicket.id)),
)
WAITS = (
    select_columns(col(PeerTicket.period_id), func.count(), func.max(col(Period.rate_until)))
    .join(Period, col(Period.id) == col(PeerTicket.period_id))
    .where(
        col(PeerTicket.rater_id) == bindparam("rater"),
        col(PeerTicket.state) == TicketState.OPEN,
        col(Period.state) == "rating",
    )
    .group_by(col(PeerTicket.period_id))
)
_WAITING = Prepared(WAITS)
_CHANGE = Prepared(
    update(PeerTicket).where(
        col(PeerTicket.id) == bindparam("this"), col(PeerTicket.state) == TicketState.OPEN
    )
)


@once("peerticket")
def get(session: Session, ticket_id: int) -> PeerTicket | None:
    return _GET.first(session, this=ticket_id)


def lock(session: Session, ticket_id: int) -> PeerTicket | None:
    """The row as it is now; nobody else changes it until this transaction ends."""
    return held(session, get, _LOCK, ticket_id)


def of_rater(session: Session, period_id: int, rater_id: int) -> Sequence[PeerTicket]:
    """What this person was asked and can answer or has answered."""
    return _MINE.all(session, rater=rater_id, period=period_id)


@once("peerticket", "period")
def waiting(session: Session, rater_id: int) -> Sequence[tuple[Any, ...]]:
    """Period, how many tickets wait for this person in it, and its last day."""
    return _WAITING.all(session, rater=rater_id)


def change(session: Session, ticket_id: int, state: TicketState, now: datetime) -> bool:
    """End an open ticket; False when it is not open any more."""
    spent = now if state is TicketState.SPENT else None
    return _CHANGE.change(session, this=ticket_id, state=state.value, spent_at=spent) == 1


def count_about(session: Session, ticket: PeerTicket) -> int:
    """How many can answer, or have answered, about the same person."""
    counted = select_columns(func.count()).where(
        col(PeerTicket.period_id) == ticket.period_id,
        col(PeerTicket.side) == ticket.side,
        col(PeerTicket.about_id) == ticket.about_id,
        col(PeerTicket.state).in_((TicketState.OPEN, TicketState.SPENT)),
    )
    return int(session.connection().execute(counted).scalar_one())


def raters_owing(session: Session, period_id: int) -> set[int]:
    """Everybody with an open ticket."""
    found = select(PeerTicket.rater_id).where(
        PeerTicket.period_id == period_id, PeerTicket.state == TicketState.OPEN
    )
    return set(session.exec(found.distinct()).all())


def of_period(session: Session, period_id: int) -> Sequence[PeerTicket]:
    """Every ticket of a period, in the order of the draw."""
    found = select(PeerTicket).where(PeerTicket.period_id == period_id)
    return session.exec(found.order_by(col(PeerTicket.id))).all()
