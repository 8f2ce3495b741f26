"""Stories of achievement: how an award came about, told only while its winner consents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.certificates import VALID, Certificate
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
    """The row as it is now, also when this session has read it before."""
    return session.get(Story, certificate_id, populate_existing=True)


def write(session: Session, certificate_id: int, text: str) -> None:
    """Keep these words as a draft; those that were told are told no longer."""
    values = {
        "text": text, "sent_at": None, "judged_by": None, "judged_at": None, "answer": None,
        "told_at": None,
    }  # fmt: skip
    if not insert_new(session, Story, {"certificate_id": certificate_id, **values}):
        mine = col(Story.certificate_id) == certificate_id
        session.exec(update(Story).where(mine).values(**values))


def send(session: Session, certificate_id: int, now: datetime) -> bool:
    """Let it wait for whoever approves it; False when it does already, or is told."""
    waits = and_(col(Story.sent_at).is_not(None), col(Story.judged_at).is_(None))
    mine = (col(Story.certificate_id) == certificate_id, ~waits, col(Story.told_at).is_(None))
    values = {"sent_at": now, "judged_by": None, "judged_at": None, "answer": None}
    return session.exec(update(Story).where(*mine).values(**values)).rowcount == 1


def judge(
    session: Session, certificate_id: int, by: int, now: datetime, answer: str | None
) -> bool:
    """Let all read it, or with an `answer` return it; False when it does not wait."""
    waits = (
        col(Story.certificate_id) == certificate_id,
        col(Story.sent_at).is_not(None),
        col(Story.judged_at).is_(None),
    )
    told = now if answer is None else None
    values = {"judged_by": by, "judged_at": now, "answer": answer, "told_at": told}
    return session.exec(update(Story).where(*waits).values(**values)).rowcount == 1


def untell(session: Session, certificate_id: int) -> bool:
    """Nobody else may read it any more, nor judge it; False when nobody could."""
    waits = and_(col(Story.sent_at).is_not(None), col(Story.judged_at).is_(None))
    told = (col(Story.certificate_id) == certificate_id, col(Story.told_at).is_not(None) | waits)
    values = {"told_at": None, "sent_at": None, "judged_at": None, "judged_by": None}
    return session.exec(update(Story).where(*told).values(**values)).rowcount == 1


_TOLD = (col(Story.told_at).is_not(None), col(Certificate.state) == VALID)


def page_told(session: Session, offset: int, limit: int) -> Sequence[Certificate]:
    """Certificates in force whose story all may read, newest first."""
    found = select(Certificate).join(Story, col(Story.certificate_id) == col(Certificate.id))
    newest = (col(Story.told_at).desc(), col(Story.certificate_id).desc())
    page = found.where(*_TOLD).order_by(*newest).offset(offset).limit(limit)
    return session.exec(page).all()


def count_told(session: Session) -> int:
    found = select_columns(func.count()).select_from(Story)
    found = found.join(Certificate, col(Certificate.id) == col(Story.certificate_id))
    return int(session.connection().execute(found.where(*_TOLD)).scalar_one())
