"""Draws: how far that of a period is, and whose tickets it makes and ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, or_, select

from storage.columns import moment
from storage.peers.tickets import PeerTicket, Side, TicketState
from storage.periods import Period
from storage.rows import Rows
from storage.upsert import insert_new, insert_new_many

REFUSED = (TicketState.DECLINED, TicketState.GONE)


class PeerDraw(SQLModel, table=True):
    """The draw of a period: everybody up to person `reached` of `unit` is drawn for, by unit."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    seed: str
    begun_at: datetime = moment()
    unit: int = 0
    reached: int = 0
    drawn_at: datetime | None = moment(nullable=True)
    closed_at: datetime | None = moment(nullable=True)


_DRAW = Rows(PeerDraw, select(PeerDraw).where(col(PeerDraw.period_id) == bindparam("period")))


def add_many(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """Tickets that do not exist yet; how many are new."""
    blank = {
        "state": TicketState.OPEN.value,
        "replaced": False,
        "spent_at": None,
        "asked_on": None,
    }
    return insert_new_many(session, PeerTicket, [{**blank, **row} for row in rows])


def loads(
    session: Session, period_id: int, raters: Collection[int], since: date | None = None
) -> dict[int, int]:
    """How many forms about colleagues each of these people carries or has answered.

    `since`: only those that they got on that day or later.
    """
    recent = () if since is None else (col(PeerTicket.asked_on) >= since,)
    counted = (
        select_columns(col(PeerTicket.rater_id), func.count())
        .where(
            col(PeerTicket.period_id) == period_id,
            col(PeerTicket.rater_id).in_(raters),
            col(PeerTicket.side) == Side.PEER,
            col(PeerTicket.state).in_((TicketState.OPEN, TicketState.SPENT)),
            *recent,
        )
        .group_by(col(PeerTicket.rater_id))
    )
    return {row[0]: row[1] for row in session.connection().execute(counted)}


def conflicts(session: Session, people: Collection[int]) -> list[tuple[int, int]]:
    """Pairs with one of these, of which one declared in any period to be no judge of the other."""
    either = or_(col(PeerTicket.about_id).in_(people), col(PeerTicket.rater_id).in_(people))
    found = select(PeerTicket.about_id, PeerTicket.rater_id).where(
        PeerTicket.state == TicketState.DECLINED, PeerTicket.side == Side.PEER, either
    )
    return list(session.exec(found.distinct()).all())


def given_by(
    session: Session, period_id: int, raters: Collection[int]
) -> list[tuple[int, int, str]]:
    """Ratee, rater and way of the forms about colleagues that these people carry or answered."""
    found = select(PeerTicket.about_id, PeerTicket.rater_id, PeerTicket.way).where(
        PeerTicket.period_id == period_id,
        PeerTicket.side == Side.PEER,
        col(PeerTicket.rater_id).in_(raters),
        col(PeerTicket.state).in_((TicketState.OPEN, TicketState.SPENT)),
    )
    return list(session.exec(found).all())


def about(session: Session, period_id: int, about_ids: Collection[int]) -> Sequence[PeerTicket]:
    """All tickets of colleagues about these people, whatever became of them."""
    found = select(PeerTicket).where(
        PeerTicket.period_id == period_id,
        PeerTicket.side == Side.PEER,
        col(PeerTicket.about_id).in_(about_ids),
    )
    return session.exec(found.order_by(col(PeerTicket.id))).all()


def of_period(session: Session, period_id: int) -> PeerDraw | None:
    return _DRAW.first(session, period=period_id)


def begin(session: Session, period_id: int, seed: str, now: datetime) -> bool:
    """Note the seed of a draw; False when one has begun."""
    values = {"period_id": period_id, "seed": seed, "begun_at": now, "unit": 0, "reached": 0}
    return insert_new(session, PeerDraw, values)


def note(session: Session, period_id: int, **values: Any) -> None:
    """How far the draw is."""
    session.exec(update(PeerDraw).where(col(PeerDraw.period_id) == period_id).values(**values))


def unclosed(session: Session) -> Sequence[int]:
    """Periods whose window is over while their answers still lie as drafts."""
    found = (
        select(PeerDraw.period_id)
        .join(Period, col(Period.id) == col(PeerDraw.period_id))
        .where(col(PeerDraw.closed_at).is_(None), col(Period.state).not_in(("open", "rating")))
    )
    return session.exec(found.order_by(col(PeerDraw.period_id))).all()


def end_many(
    session: Session, ticket_ids: Collection[int], state: TicketState, *, replaced: bool
) -> None:
    those = (col(PeerTicket.id).in_(ticket_ids), col(PeerTicket.state) == TicketState.OPEN)
    ended = update(PeerTicket).where(*those).values(state=state, replaced=replaced)
    session.connection().execute(ended)
