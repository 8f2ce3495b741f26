"""Extracts of personal data that were handed out: by whom, of what, for which purpose."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed

DRAFT, TAKEN = "draft", "taken"


class Handout(SQLModel, table=True):
    """`kind` and `which` (a period's number or a year) name the extract, `ending` its form.

    `full`: with whole NIP, for the `reason` besides the `purpose`. `made_by` None is the
    operator's shell. The extract itself is not kept.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    which: int = 0
    purpose: str = sealed("")
    reason: str = sealed("")
    full: bool = False
    state: str = DRAFT
    ending: str = ""
    lines: int = 0
    made_by: int | None = Field(default=None, foreign_key="employee.id", index=True)
    made_at: datetime = moment()
    taken_at: datetime | None = moment(nullable=True)


def add(session: Session, row: Handout) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def get(session: Session, handout_id: int) -> Handout | None:
    return session.get(Handout, handout_id, populate_existing=True)


def unmask(session: Session, handout_id: int, reason: str, *, full: bool) -> None:
    """Write down why it shall hold whole NIP, and whether it may."""
    this = update(Handout).where(col(Handout.id) == handout_id, col(Handout.state) == DRAFT)
    session.execute(this.values(reason=reason, full=full))
    session.expire_all()


def take(session: Session, handout_id: int, ending: str, lines: int, now: datetime) -> bool:
    """Hand it out, once for each draft."""
    this = update(Handout).where(col(Handout.id) == handout_id, col(Handout.state) == DRAFT)
    done = session.connection().execute(
        this.values(state=TAKEN, ending=ending, lines=lines, taken_at=now)
    )
    session.expire_all()
    return done.rowcount == 1


def newest(session: Session, made_by: int, limit: int) -> list[Handout]:
    """What somebody took, newest first."""
    found = select(Handout).where(Handout.made_by == made_by, Handout.state == TAKEN)
    return list(session.exec(found.order_by(col(Handout.id).desc()).limit(limit)).all())
