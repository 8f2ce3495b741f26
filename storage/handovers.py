"""Results handed over without the bot: by whom, how and where, and who attests it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.receipts import HandState
from storage.columns import moment, sealed
from storage.upsert import insert_new

_OPEN = text("state IN ('draft', 'asked', 'attested')")


class Handover(SQLModel, table=True):
    """One receipt has at most one that is begun, asked or attested.

    `by_id` handed it over; `place` and the employee's `word` against it are their own words.
    """

    __table_args__ = (
        Index(
            "one_handover_a_receipt", "receipt_id",
            unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN,
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    receipt_id: int = Field(foreign_key="receipt.id", index=True)
    by_id: int = Field(foreign_key="employee.id")
    way: str
    place: str = sealed("")
    state: str = HandState.DRAFT
    made_at: datetime = moment()
    witness_id: int | None = Field(default=None, foreign_key="employee.id")
    asked_at: datetime | None = moment(nullable=True)
    answered_at: datetime | None = moment(nullable=True)
    word: str = sealed("")
    contradicted_at: datetime | None = moment(nullable=True)


def get(session: Session, handover_id: int) -> Handover | None:
    return session.get(Handover, handover_id, populate_existing=True)


def of_receipt(session: Session, receipt_id: int) -> Handover | None:
    """The newest of a receipt, whatever became of it."""
    found = select(Handover).where(Handover.receipt_id == receipt_id)
    newest = found.order_by(col(Handover.id).desc()).execution_options(populate_existing=True)
    return session.exec(newest).first()


def draft(
    session: Session, receipt_id: int, by: int, way: str, where: str, now: datetime
) -> int | None:
    """Begin one, or write anew what I began; None when another one is asked or attested."""
    values: dict[str, Any] = {"by_id": by, "way": way, "place": where, "made_at": now}
    begun = (col(Handover.receipt_id) == receipt_id, col(Handover.state) == HandState.DRAFT)
    if session.exec(update(Handover).where(*begun).values(**values)).rowcount == 0:
        fresh = {"receipt_id": receipt_id, "state": HandState.DRAFT, "word": "", **values}
        insert_new(session, Handover, fresh)
    row = of_receipt(session, receipt_id)
    return row.id if row is not None and row.state == HandState.DRAFT else None


def change(
    session: Session, handover_id: int, states: Collection[HandState], **values: Any
) -> bool:
    """Change one that stands in one of these states; whether it did."""
    this = (col(Handover.id) == handover_id, col(Handover.state).in_(states))
    return session.exec(update(Handover).where(*this).values(**values)).rowcount == 1


def asked(session: Session, receipt_id: int) -> Sequence[int]:
    """Numbers of those of a receipt whose witness has not answered."""
    found = select(Handover.id).where(
        Handover.receipt_id == receipt_id, Handover.state == HandState.ASKED
    )
    return [number for number in session.exec(found) if number is not None]
