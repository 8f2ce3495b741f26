"""What stands of colleagues' answers once their window has closed: without any writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.peers.tickets import Side
from storage.periods import FINAL, PUBLISHED, Period
from storage.prepared import Prepared
from storage.upsert import insert_new_many


class PeerRelease(SQLModel, table=True):
    """One a person and side. `levels` are those that may be told, by indicator and rising.

    Written `adaptif:3,4,4 loyal:4,4,5`. `withheld` are indicators that too few answered; those
    answers are kept nowhere.
    """

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    side: str = Field(primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    answers: int
    levels: str
    withheld: str
    closed_at: datetime = moment()


class PeerSentence(SQLModel, table=True):
    """One sentence of one comment; numbered after all of a chunk were shuffled."""

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    side: str
    employee_id: int = Field(foreign_key="employee.id", index=True)
    sentence: str = sealed("")


def write_levels(figures: Mapping[str, Sequence[int]]) -> str:
    return " ".join(f"{key}:{','.join(map(str, figures[key]))}" for key in sorted(figures))


def read_levels(written: str) -> dict[str, list[int]]:
    parts = (part.split(":") for part in written.split())
    return {key: [int(level) for level in levels.split(",")] for key, levels in parts}


_TOLD = Prepared(
    select(PeerRelease.employee_id, PeerRelease.levels).where(
        col(PeerRelease.period_id) == bindparam("period"),
        col(PeerRelease.side) == Side.PEER.value,
        col(PeerRelease.employee_id) >= bindparam("first"),
        col(PeerRelease.employee_id) <= bindparam("last"),
        col(PeerRelease.levels) != "",
    )
)


def levels_about(session: Session, period_id: int, first: int, last: int) -> dict[int, str]:
    """What colleagues' answers count about these people, as `write_levels` has it.

    Only what was released: indicators that too few answered are not in it, nor is anybody of
    whom nothing may be told. Empty until the window has closed.
    """
    found = _TOLD.all(session, period=period_id, first=first, last=last)
    return {row[0]: row[1] for row in found}


def of(session: Session, period_id: int, side: str, employee_id: int) -> PeerRelease | None:
    return session.get(PeerRelease, (period_id, side, employee_id))


def sentences(session: Session, period_id: int, side: str, employee_id: int) -> Sequence[str]:
    """What was said about a person, in the order in which it was shuffled."""
    found = select(PeerSentence.sentence).where(
        PeerSentence.period_id == period_id,
        PeerSentence.side == side,
        PeerSentence.employee_id == employee_id,
    )
    return session.exec(found.order_by(col(PeerSentence.id))).all()


_SAY = Prepared(insert(PeerSentence))


def put(
    session: Session, releases: Sequence[dict[str, Any]], said: Sequence[dict[str, Any]]
) -> None:
    """Keep what may be told; `said` comes shuffled over all people of the chunk."""
    insert_new_many(session, PeerRelease, releases)
    _SAY.change_each(session, said)


def told_about(session: Session, side: str, employee_id: int) -> Sequence[int]:
    """Published periods in which something may be told about a person, newest first."""
    found = (
        select(PeerRelease.period_id)
        .join(Period, col(Period.id) == col(PeerRelease.period_id))
        .where(
            PeerRelease.side == side,
            PeerRelease.employee_id == employee_id,
            PeerRelease.levels != "",
            col(Period.state).in_((PUBLISHED, FINAL)),
        )
    )
    return session.exec(found.order_by(col(Period.year).desc(), col(Period.quarter).desc())).all()
