"""Breaches of personal data: what happened to which data, who was told, how it was handled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed

DRAFT, OPEN, CLOSED = "draft", "open", "closed"
MENDED, ASKED, RETURNED, TOLD = "", "asked", "returned", "told"
"""How far the notice to the people is: with its writer, with a second person, back, sent."""
WORDS, UNIT = ("data", "how", "handling"), "unit"
_DRAFT = text("state = 'draft'")


class Breach(SQLModel, table=True):
    """The three sealed words are what UU 27/2022 art. 46 (2) asks a notice to say.

    `unit_id` 0: everybody of the agency is concerned, else that unit and all below. `reached` is
    the number of the last person for whom a notice was put, -1 before; `told` how far the clock
    was told. `version` grows with every change of the words and every request to confirm them;
    `asked_*` and `returned_*` are of the newest request and the newest refusal.
    """

    __table_args__ = (
        Index(
            "one_breach_draft", "recorded_by",
            unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT,
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    state: str = DRAFT
    recorded_by: int = Field(foreign_key="employee.id")
    recorded_at: datetime = moment()
    data: str = sealed("")
    how: str = sealed("")
    handling: str = sealed("")
    unit_id: int = 0
    people: int = 0
    due_at: datetime | None = moment(nullable=True)
    told: int = 0
    reached: int = -1
    notice: str = MENDED
    version: int = 0
    asked_at: datetime | None = moment(nullable=True)
    asked_by: int | None = None
    returned_at: datetime | None = moment(nullable=True)
    returned_by: int | None = None
    reason: str | None = sealed()
    people_told_at: datetime | None = moment(nullable=True)
    people_told_by: int | None = None
    authority_told_at: datetime | None = moment(nullable=True)
    authority_told_by: int | None = None
    closed_at: datetime | None = moment(nullable=True)
    closed_by: int | None = None


_FRESH = {"populate_existing": True}


def get(session: Session, number: int) -> Breach | None:
    """The row as it is now."""
    return session.get(Breach, number, populate_existing=True)


def fresh(session: Session, number: int) -> Breach:
    """The same, of one that exists."""
    return session.get_one(Breach, number, populate_existing=True)


def draft_of(session: Session, by: int) -> Breach | None:
    """What this person is about to record."""
    mine = select(Breach).where(Breach.recorded_by == by, Breach.state == DRAFT)
    return session.exec(mine.execution_options(**_FRESH)).first()


def write(session: Session, by: int, now: datetime, **values: Any) -> int:
    """Begin a draft, or change the one that was begun; its number."""
    row = draft_of(session, by) or Breach(recorded_by=by, recorded_at=now)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def change(
    session: Session, number: int, while_: Mapping[str, Any] | None = None, **values: Any
) -> bool:
    """Change one while these columns say so; whether they did."""
    said = (while_ or {}).items()
    which = [getattr(Breach, name).is_not_distinct_from(value) for name, value in said]
    this = update(Breach).where(col(Breach.id) == number, *which)
    return session.exec(this.values(**values)).rowcount == 1


def on_record(session: Session) -> Sequence[Breach]:
    """Those that are no drafts, newest first."""
    found = select(Breach).where(Breach.state != DRAFT).order_by(col(Breach.id).desc())
    return session.exec(found.execution_options(**_FRESH)).all()


def running(session: Session) -> Sequence[Breach]:
    """Those whose clock runs: somebody is still to be told."""
    found = select(Breach).where(
        Breach.state == OPEN,
        col(Breach.people_told_at).is_(None) | col(Breach.authority_told_at).is_(None),
    )
    return session.exec(found.order_by(col(Breach.id)).execution_options(**_FRESH)).all()


def spreading(session: Session) -> Breach | None:
    """One whose notices are on their way to their people."""
    found = select(Breach).where(col(Breach.people_told_at).is_not(None), Breach.reached >= 0)
    return session.exec(found.order_by(col(Breach.id)).execution_options(**_FRESH)).first()
