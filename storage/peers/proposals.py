"""Whom an employee and the superior propose to be asked, before the draw."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class PeerProposal(SQLModel, table=True):
    """`way` is whose proposal it is: the employee's or the superior's."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    way: str = Field(primary_key=True)
    peer_id: int = Field(foreign_key="employee.id")
    by_id: int = Field(foreign_key="employee.id")
    at: datetime = moment()


def propose(
    session: Session, period_id: int, employee_id: int, way: str, peer_id: int, by_id: int,
    now: datetime,
) -> None:  # fmt: skip
    """Keep a proposal in place of the one before."""
    key = {"period_id": period_id, "employee_id": employee_id, "way": way}
    said = {"peer_id": peer_id, "by_id": by_id, "at": now}
    if not insert_new(session, PeerProposal, {**key, **said}):
        mine = [getattr(PeerProposal, name) == value for name, value in key.items()]
        session.exec(update(PeerProposal).where(*mine).values(said))


def made(session: Session, period_id: int, way: str) -> set[int]:
    """About whom such a proposal stands."""
    found = select(PeerProposal.employee_id).where(
        PeerProposal.period_id == period_id, PeerProposal.way == way
    )
    return set(session.exec(found).all())


def own_wishes(session: Session, period_ids: Collection[int]) -> list[tuple[int, int, int]]:
    """Period, employee and the colleague whom that employee proposed, of these periods."""
    found = select(PeerProposal.period_id, PeerProposal.employee_id, PeerProposal.peer_id).where(
        PeerProposal.way == "employee", col(PeerProposal.period_id).in_(period_ids)
    )
    return list(session.exec(found).all())


def proposed(
    session: Session, period_id: int, way: str, employee_ids: Collection[int]
) -> dict[int, int]:
    """The colleague proposed about each of these people."""
    found = select(PeerProposal.employee_id, PeerProposal.peer_id).where(
        PeerProposal.period_id == period_id,
        PeerProposal.way == way,
        col(PeerProposal.employee_id).in_(employee_ids),
    )
    return dict(session.exec(found).all())
