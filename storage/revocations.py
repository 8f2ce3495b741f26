"""Revocations of certificates: one person gives the reason, another one decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, WAITING, CONFIRMED, REFUSED, WITHDRAWN = (
    "draft", "waiting", "confirmed", "refused", "withdrawn",
)  # fmt: skip


class Revocation(SQLModel, table=True):
    """One waits for a certificate at most; one draft each person."""

    __table_args__ = (
        Index(
            "one_waiting_revocation",
            "certificate_id",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "one_draft_a_revoker",
            "certificate_id",
            "proposer_id",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    certificate_id: int = Field(foreign_key="certificate.id", index=True)
    proposer_id: int = Field(foreign_key="employee.id")
    reason: str = sealed("")
    state: str = Field(default=DRAFT, index=True)
    proposed_at: datetime | None = moment(nullable=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)


def get(session: Session, revocation_id: int) -> Revocation | None:
    return session.get(Revocation, revocation_id)


def draft(session: Session, certificate_id: int, proposer_id: int, reason: str) -> int:
    """Keep why somebody is about to propose it, in place of an earlier draft; its number."""
    values = {
        "certificate_id": certificate_id, "proposer_id": proposer_id, "reason": reason,
        "state": DRAFT,
    }  # fmt: skip
    insert_new(session, Revocation, values)
    mine = (
        col(Revocation.certificate_id) == certificate_id,
        col(Revocation.proposer_id) == proposer_id,
        col(Revocation.state) == DRAFT,
    )
    written = update(Revocation).where(*mine).values(reason=reason).returning(col(Revocation.id))
    return int(session.exec(written).one()[0])


def propose(session: Session, revocation_id: int, now: datetime) -> bool:
    """Hand a draft over; False when it was, or when another one waits for this certificate."""
    mine = (col(Revocation.id) == revocation_id, col(Revocation.state) == DRAFT)
    handing = update(Revocation).where(*mine).values(state=WAITING, proposed_at=now)
    try:
        with session.begin_nested():
            return session.exec(handing).rowcount == 1
    except IntegrityError:
        return False


def decide(session: Session, revocation_id: int, state: str, by: int, now: datetime) -> bool:
    """End the waiting of one; False when somebody already did."""
    waits = (col(Revocation.id) == revocation_id, col(Revocation.state) == WAITING)
    values = {"state": state, "decided_by": by, "decided_at": now}
    return session.exec(update(Revocation).where(*waits).values(values)).rowcount == 1


def waiting_for(session: Session, certificate_id: int) -> Revocation | None:
    found = select(Revocation).where(
        Revocation.certificate_id == certificate_id, Revocation.state == WAITING
    )
    return session.exec(found).first()


def waiting(session: Session) -> Sequence[Revocation]:
    """All that wait, oldest first."""
    found = select(Revocation).where(Revocation.state == WAITING)
    return session.exec(found.order_by(col(Revocation.id))).all()
