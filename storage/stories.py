"""Stories of achievement: how an award came about, told only while its winner consents."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select as select_columns
from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import moment, sealed
from storage.upsert import insert_new


class Story(SQLModel, table=True):
    """The winner's words about one certificate; `told_at` is NULL while not all may read.

    Whoever approves them reads them from `sent_at` on; `answer` says why they were returned.
    """

    certificate_id: int = Field(foreign_key="certificate.id", primary_key=True)
    text: str = sealed("")
    sent_at: datetime | None = moment(nullable=True)
    judged_by: int | None = None
    judged_at: datetime | None = moment(nullable=True)
    answer: str | None = sealed()
    told_at: datetime | None = moment(nullable=True)


def get(session: Session, certificate_id: int) -> Story | None:
    return session.get(Story, certificate_id)


def write(session: Session, certificate_id: int, text: str) -> None:
    """Keep these words; those that were told are told no longer."""
    values = {"certificate_id": certificate_id, "text": text, "told_at": None}
    if not insert_new(session, Story, values):
        mine = col(Story.certificate_id) == certificate_id
        session.exec(update(Story).where(mine).values(text=text, told_at=None))


def tell(session: Session, certificate_id: int, now: datetime | None) -> bool:
    """Let all read it from now on, or (None) nobody; False when there is nothing written."""
    mine = col(Story.certificate_id) == certificate_id
    return session.exec(update(Story).where(mine).values(told_at=now)).rowcount == 1


def told(session: Session, certificates: Collection[int]) -> frozenset[int]:
    """Which of these certificates have a story that all may read."""
    mine = (col(Story.certificate_id).in_(certificates), col(Story.told_at).is_not(None))
    found = select_columns(col(Story.certificate_id)).where(*mine)
    return frozenset(session.connection().execute(found).scalars())
