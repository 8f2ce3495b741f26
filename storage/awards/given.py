"""Awards given: numbered rows that stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, func, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

AGREED, DECLINED = "agreed", "declined"


class Award(SQLModel, table=True):
    """One award given; numbers of a year run from 1, and those of its certificates with them.

    `consent` to telling everybody: empty while nothing was said, else one of `AGREED`, `DECLINED`.
    """

    __table_args__ = (UniqueConstraint("year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    year: int
    number: int
    period_id: int = Field(foreign_key="period.id", index=True)
    scope_id: int = 0
    employee_id: int = Field(foreign_key="employee.id", index=True)
    proposal_id: int = Field(foreign_key="proposal.id", unique=True)
    given_by: int = Field(foreign_key="employee.id")
    given_at: datetime = moment()
    consent: str = ""
    consent_at: datetime | None = moment(nullable=True)
    handed_by: int | None = None
    handed_at: datetime | None = moment(nullable=True)
    handed_note: str | None = sealed()


class AwardCounter(SQLModel, table=True):
    """The last number of a year; its row is locked until the award is committed."""

    year: int = Field(primary_key=True)
    last: int = 0


def next_number(session: Session, year: int) -> int:
    """The next number of a year, this transaction's alone: others wait until it ends."""
    insert_new(session, AwardCounter, {"year": year, "last": 0})
    counting = (
        update(AwardCounter)
        .where(col(AwardCounter.year) == year)
        .values(last=col(AwardCounter.last) + 1)
        .returning(col(AwardCounter.last))
    )
    return int(session.exec(counting).one()[0])


def give(session: Session, award: Award) -> None:
    session.add(award)
    session.flush()


def get(session: Session, award_id: int) -> Award | None:
    """The row as it is now, also when this session has read it before."""
    return session.get(Award, award_id, populate_existing=True)


def of_proposal(session: Session, proposal_id: int) -> Award | None:
    """What was given on this proposal."""
    return session.exec(select(Award).where(Award.proposal_id == proposal_id)).first()


def put_consent(session: Session, award_id: int, consent: str, now: datetime) -> None:
    """Whether all may be told of it: `AGREED` or `DECLINED`."""
    mine = update(Award).where(col(Award.id) == award_id)
    session.exec(mine.values(consent=consent, consent_at=now))


def hand(session: Session, award_id: int, note: str, by: int, now: datetime) -> None:
    """Keep how the printed certificate was handed over, in place of an earlier note."""
    mine = update(Award).where(col(Award.id) == award_id)
    session.exec(mine.values(handed_note=note, handed_by=by, handed_at=now))


def page(session: Session, offset: int, limit: int) -> Sequence[Award]:
    """Awards given, newest first."""
    newest = (col(Award.year).desc(), col(Award.number).desc())
    return session.exec(select(Award).order_by(*newest).offset(offset).limit(limit)).all()


def count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Award)).one()
