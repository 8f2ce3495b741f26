"""Publications: who made the results of a period public, when, and how far the letters are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new


class Publication(SQLModel, table=True):
    """One a period. `results` and `missing` are counted as the signer saw them.

    Letters are written in the order of the results' numbers: those up to `reached` are, `told`
    of them; `finished_at` once all are.
    """

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id", unique=True)
    signed_by: int = Field(foreign_key="employee.id")
    signed_at: datetime = moment()
    results: int
    missing: int
    reason: str | None = sealed()
    reached: int = 0
    told: int = 0
    finished_at: datetime | None = moment(nullable=True)


class PublicationReason(SQLModel, table=True):
    """What one head is about to say on what is not complete, until it is signed."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    head_id: int = Field(foreign_key="employee.id", primary_key=True)
    reason: str = sealed("")


def of_period(session: Session, period_id: int) -> Publication | None:
    return session.exec(select(Publication).where(Publication.period_id == period_id)).first()


def sign(
    session: Session, period_id: int, by: int, now: datetime, results: int, missing: int,
    reason: str | None,
) -> Publication | None:  # fmt: skip
    """Keep who publishes a period; None when somebody already did."""
    values = {
        "period_id": period_id, "signed_by": by, "signed_at": now, "results": results,
        "missing": missing, "reason": reason, "reached": 0, "told": 0,
    }  # fmt: skip
    return of_period(session, period_id) if insert_new(session, Publication, values) else None


def unfinished(session: Session) -> Publication | None:
    """The oldest whose letters are not all written."""
    found = select(Publication).where(col(Publication.finished_at).is_(None))
    return session.exec(found.order_by(col(Publication.id)).limit(1)).first()


def advance(session: Session, publication_id: int, reached: int, told: int) -> None:
    """Letters are written up to this result, so many more of them."""
    this = update(Publication).where(col(Publication.id) == publication_id)
    session.exec(this.values(reached=reached, told=col(Publication.told) + told))


def finish(session: Session, publication_id: int, now: datetime) -> None:
    this = update(Publication).where(col(Publication.id) == publication_id)
    session.exec(this.values(finished_at=now))


def draft_reason(session: Session, period_id: int, head_id: int, reason: str) -> None:
    """Keep what a head is about to say, in place of what was said before."""
    values = {"period_id": period_id, "head_id": head_id, "reason": reason}
    if not insert_new(session, PublicationReason, values):
        mine = (
            col(PublicationReason.period_id) == period_id,
            col(PublicationReason.head_id) == head_id,
        )
        session.exec(update(PublicationReason).where(*mine).values(reason=reason))


def reason_draft(session: Session, period_id: int, head_id: int) -> str | None:
    found = session.get(PublicationReason, (period_id, head_id))
    return found.reason if found else None
