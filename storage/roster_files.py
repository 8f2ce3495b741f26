"""Roster files that somebody of HR sent: what was found in them, until they are taken in."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum
from typing import Any

import structlog
from sqlalchemy import delete, or_, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import defer
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed_bytes

log = structlog.get_logger()


class FileState(StrEnum):
    """A file is looked through, then its author looks at what was found, then it is taken in."""

    SENT = "sent"
    UNREADABLE = "unreadable"
    FAULTY = "faulty"
    FOUND = "found"
    CONFIRMED = "confirmed"
    WRITING = "writing"
    DONE = "done"


TAKEN_IN = (FileState.CONFIRMED, FileState.WRITING)
WORKED_ON = (FileState.SENT, *TAKEN_IN)


class RosterFile(SQLModel, table=True):
    """One a person. `content` is there as long as it is needed, `report` is compressed JSON.

    `lines` of which `done` have been looked through, or written. `figures` are counts in JSON,
    `stamp` the roster's when the file was held against it. Whoever works on it does so until
    `leased_until`.
    """

    author_id: int = Field(primary_key=True, foreign_key="employee.id")
    number: int  # tells one file of a person from the next
    state: str = FileState.SENT
    leavers: bool = False
    zone: str
    lines: int = 0
    done: int = 0
    figures: str = "{}"
    stamp: str = ""
    sent_at: datetime = moment(index=True)
    leased_until: datetime | None = moment(nullable=True)
    content: bytes | None = sealed_bytes()
    report: bytes | None = sealed_bytes()


_HEAVY = (defer(col(RosterFile.content)), defer(col(RosterFile.report)))  # type: ignore[arg-type]


def of(session: Session, author_id: int) -> RosterFile | None:
    """The file of this person, read afresh; content and report only when they are asked for."""
    found = select(RosterFile).where(RosterFile.author_id == author_id).options(*_HEAVY)
    return session.exec(found.execution_options(populate_existing=True)).first()


def keep(session: Session, author_id: int, content: bytes, zone: str, now: datetime) -> int:
    """Keep a file in place of an earlier one; its number, which no other had."""
    number = secrets.randbelow(2**31)
    drop(session, author_id)
    session.add(
        RosterFile(author_id=author_id, number=number, content=content, zone=zone, sent_at=now)
    )
    session.flush()
    return number


def drop(session: Session, author_id: int) -> None:
    session.execute(delete(RosterFile).where(col(RosterFile.author_id) == author_id))
    session.expire_all()


def change(
    session: Session, author_id: int, number: int, states: tuple[str, ...], **values: Any
) -> bool:
    """Change this file, if it is still there in one of these states."""
    this = update(RosterFile).where(
        col(RosterFile.author_id) == author_id,
        col(RosterFile.number) == number,
        col(RosterFile.state).in_(states),
    )
    done = session.connection().execute(this.values(**values))
    session.expire_all()
    return done.rowcount == 1


def tell(session: Session, author_id: int, number: int, done: int) -> None:
    """Let others see how far the writing is, which is one transaction: in another beside it.

    SQLite has room for one that writes, so there everybody waits for its end. Where it fails
    the file is written all the same.
    """
    engine = session.connection().engine
    if engine.dialect.name == "sqlite":
        return
    this = update(RosterFile).where(
        col(RosterFile.author_id) == author_id, col(RosterFile.number) == number
    )
    try:
        with engine.begin() as beside:
            beside.execute(this.values(done=done))
    except SQLAlchemyError as fault:
        log.warning("progress_not_told", kind=type(fault).__name__)


def lease_next(session: Session, now: datetime, until: datetime) -> RosterFile | None:
    """A file that waits for work, oldest first, for the caller alone until then."""
    free = or_(col(RosterFile.leased_until).is_(None), col(RosterFile.leased_until) <= now)
    found = select(RosterFile).where(col(RosterFile.state).in_(WORKED_ON), free)
    order = found.order_by(col(RosterFile.sent_at), col(RosterFile.author_id))
    row = session.exec(order.execution_options(populate_existing=True)).first()
    if row is not None:
        row.leased_until = until
        session.add(row)
        session.flush()
    return row


def sweep(session: Session, before: datetime) -> None:
    """Files nobody came back to: they hold personal data."""
    session.execute(delete(RosterFile).where(col(RosterFile.sent_at) < before))
