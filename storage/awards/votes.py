"""Votes of the panel in a round: a level a candidate, which of two, and declared conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.upsert import insert_new


class AwardVote(SQLModel, table=True):
    """What one member gives one candidate; may be changed until the vote is over."""

    __table_args__ = (UniqueConstraint("round_id", "employee_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="awardround.id")
    employee_id: int = Field(foreign_key="employee.id")
    member_id: int = Field(foreign_key="employee.id", index=True)
    level: int
    given_at: datetime = moment()


class AwardPair(SQLModel, table=True):
    """Whom of two one member holds to be the better; `first_id` is the smaller number."""

    __table_args__ = (UniqueConstraint("round_id", "first_id", "second_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="awardround.id")
    first_id: int = Field(foreign_key="employee.id")
    second_id: int = Field(foreign_key="employee.id")
    member_id: int = Field(foreign_key="employee.id", index=True)
    better_id: int = Field(foreign_key="employee.id")
    given_at: datetime = moment()


class AwardConflict(SQLModel, table=True):
    """A member says that family or friendship forbids judging this candidate; it stays said."""

    __table_args__ = (UniqueConstraint("round_id", "employee_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="awardround.id")
    employee_id: int = Field(foreign_key="employee.id")
    member_id: int = Field(foreign_key="employee.id", index=True)
    declared_at: datetime = moment()


def vote(
    session: Session, round_id: int, employee_id: int, member_id: int, level: int, now: datetime
) -> int:
    """Keep a level in place of an earlier one; the number of the vote."""
    key = {"round_id": round_id, "employee_id": employee_id, "member_id": member_id}
    values = {"level": level, "given_at": now}
    insert_new(session, AwardVote, {**key, **values})
    mine = (
        col(AwardVote.round_id) == round_id,
        col(AwardVote.employee_id) == employee_id,
        col(AwardVote.member_id) == member_id,
    )
    kept = update(AwardVote).where(*mine).values(values).returning(col(AwardVote.id))
    number: int = session.exec(kept).one()[0]
    return number


def levels(session: Session, round_id: int) -> Mapping[int, Mapping[int, int]]:
    """By candidate, what each member gave."""
    found: dict[int, dict[int, int]] = {}
    for row in session.exec(select(AwardVote).where(AwardVote.round_id == round_id)).all():
        found.setdefault(row.employee_id, {})[row.member_id] = row.level
    return found


def compare(
    session: Session, round_id: int, pair: tuple[int, int], member_id: int, better_id: int,
    now: datetime,
) -> int:  # fmt: skip
    """Keep an answer in place of an earlier one; the number of the answer."""
    key = {
        "round_id": round_id, "first_id": pair[0], "second_id": pair[1], "member_id": member_id,
    }  # fmt: skip
    values = {"better_id": better_id, "given_at": now}
    insert_new(session, AwardPair, {**key, **values})
    mine = (
        col(AwardPair.round_id) == round_id,
        col(AwardPair.first_id) == pair[0],
        col(AwardPair.second_id) == pair[1],
        col(AwardPair.member_id) == member_id,
    )
    kept = update(AwardPair).where(*mine).values(values).returning(col(AwardPair.id))
    number: int = session.exec(kept).one()[0]
    return number


def answers(session: Session, round_id: int) -> Mapping[tuple[int, int], Mapping[int, int]]:
    """By pair, whom each member holds to be the better."""
    found: dict[tuple[int, int], dict[int, int]] = {}
    for row in session.exec(select(AwardPair).where(AwardPair.round_id == round_id)).all():
        found.setdefault((row.first_id, row.second_id), {})[row.member_id] = row.better_id
    return found


def declare(
    session: Session, round_id: int, employee_id: int, member_id: int, now: datetime
) -> bool:
    """Note a conflict; False when it was noted before."""
    return insert_new(
        session,
        AwardConflict,
        {
            "round_id": round_id,
            "employee_id": employee_id,
            "member_id": member_id,
            "declared_at": now,
        },
    )


def conflicts(session: Session, round_id: int) -> frozenset[tuple[int, int]]:
    """Candidate and member of every declared conflict."""
    found = select(AwardConflict).where(AwardConflict.round_id == round_id)
    return frozenset((row.employee_id, row.member_id) for row in session.exec(found).all())
