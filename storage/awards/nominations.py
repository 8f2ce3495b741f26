"""Nominations: who puts whom forward in a round, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, SENT, WITHDRAWN = "draft", "sent", "withdrawn"


class Nomination(SQLModel, table=True):
    """One of each nominator and round; a withdrawn one may be written anew."""

    __table_args__ = (UniqueConstraint("round_id", "nominator_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="awardround.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    nominator_id: int = Field(foreign_key="employee.id", index=True)
    reason: str = sealed("")
    state: str = DRAFT
    written_at: datetime = moment()


def get(session: Session, nomination_id: int) -> Nomination | None:
    return session.get(Nomination, nomination_id, populate_existing=True)


def of_nominator(session: Session, round_id: int, nominator_id: int) -> Nomination | None:
    found = select(Nomination).where(
        Nomination.round_id == round_id, Nomination.nominator_id == nominator_id
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def draft(
    session: Session,
    round_id: int,
    employee_id: int,
    nominator_id: int,
    reason: str,
    now: datetime,
) -> None:
    """Keep what is about to be said, in place of an earlier draft or of what was withdrawn."""
    values = {"employee_id": employee_id, "reason": reason, "state": DRAFT, "written_at": now}
    key = {"round_id": round_id, "nominator_id": nominator_id}
    if not insert_new(session, Nomination, {**key, **values}):
        mine = (
            col(Nomination.round_id) == round_id,
            col(Nomination.nominator_id) == nominator_id,
            col(Nomination.state) != SENT,
        )
        session.exec(update(Nomination).where(*mine).values(values))


def move(session: Session, nomination_id: int, before: str, after: str, now: datetime) -> bool:
    """Send or withdraw it, once."""
    there = (col(Nomination.id) == nomination_id, col(Nomination.state) == before)
    moved = update(Nomination).where(*there).values(state=after, written_at=now)
    return session.exec(moved).rowcount == 1


def sent(session: Session, round_id: int) -> Sequence[Nomination]:
    """Those that stand, oldest first."""
    found = select(Nomination).where(Nomination.round_id == round_id, Nomination.state == SENT)
    return session.exec(found.order_by(col(Nomination.id))).all()
