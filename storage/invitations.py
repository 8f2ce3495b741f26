"""Invitations to forums: who was asked, what each answered, who came."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, case, func, literal, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment, moment

NONE, SEATED, QUEUED, DECLINED = "none", "coming", "waiting", "declined"


class Invitation(SQLModel, table=True):
    """`answered_for` is the forum's sequence when the answer was given: an older one is to be
    confirmed. `noted_by` typed the code, or is the host who noted somebody. `queue` orders the
    waiting list. `tries` counts codes typed since `tries_since`. `asked_at`: for an opinion, which
    was given where `valued`.
    """

    __table_args__ = (
        UniqueConstraint("forum_id", "employee_id"),
        Index("invitation_by_answer", "forum_id", "answer", "queue"),
    )

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    answer: str = NONE
    answered_at: datetime | None = moment(nullable=True)
    answered_for: int = 0
    queue: int = 0
    attended_at: datetime | None = moment(nullable=True)
    noted_by: int | None = None
    tries: int = 0
    tries_since: datetime | None = moment(nullable=True)
    day_told_at: datetime | None = moment(nullable=True)
    hour_told_at: datetime | None = moment(nullable=True)
    asked_at: datetime | None = moment(nullable=True)
    valued: bool = False


def of(session: Session, forum_id: int, employee_id: int) -> Invitation | None:
    """One invitation as it is now, also when this session has read it before."""
    found = select(Invitation).where(
        Invitation.forum_id == forum_id, Invitation.employee_id == employee_id
    )
    return session.exec(found.execution_options(populate_existing=True)).first()


def answer(
    session: Session, row: Invitation, given: str, now: datetime, sequence: int, queue: int
) -> None:
    """Record an answer to this state of the forum; `queue` is the place on the waiting list."""
    session.connection().execute(
        update(Invitation)
        .where(col(Invitation.id) == row.id)
        .values(answer=given, answered_at=now, answered_for=sequence, queue=queue)
    )


def first_waiting(session: Session, forum_id: int) -> Invitation | None:
    """Whose turn it is on the waiting list."""
    found = select(Invitation).where(Invitation.forum_id == forum_id, Invitation.answer == QUEUED)
    ordered = found.order_by(col(Invitation.queue), col(Invitation.id)).limit(1)
    return session.exec(ordered.execution_options(populate_existing=True)).first()


def ahead(session: Session, row: Invitation) -> int:
    """How many wait before this one."""
    found = select_columns(func.count(col(Invitation.id))).where(
        col(Invitation.forum_id) == row.forum_id,
        col(Invitation.answer) == QUEUED,
        col(Invitation.queue) < row.queue,
    )
    return session.connection().execute(found).scalar_one()


def try_code(session: Session, row: Invitation, now: datetime, since: datetime, most: int) -> bool:
    """Count one typed code, in one conditional update; False when `most` were typed since."""
    afresh = or_(col(Invitation.tries_since).is_(None), col(Invitation.tries_since) <= since)
    counted = (
        update(Invitation)
        .where(col(Invitation.id) == row.id, or_(afresh, col(Invitation.tries) < most))
        .values(
            tries=case((afresh, 1), else_=Invitation.tries + 1),
            tries_since=case((afresh, literal(now, Moment())), else_=Invitation.tries_since),
        )
    )
    return session.connection().execute(counted).rowcount == 1


def attend(session: Session, row: Invitation, now: datetime, by: int) -> bool:
    """Note that the person is there; False when that was noted before."""
    there = update(Invitation).where(
        col(Invitation.id) == row.id, col(Invitation.attended_at).is_(None)
    )
    noted = there.values(attended_at=now, tries=0, noted_by=by)
    return session.connection().execute(noted).rowcount == 1


def absent(session: Session, forum_id: int) -> list[int]:
    """Everybody invited who is not noted as there."""
    found = select_columns(col(Invitation.employee_id)).where(
        col(Invitation.forum_id) == forum_id, col(Invitation.attended_at).is_(None)
    )
    return list(session.connection().execute(found).scalars())


def attended(session: Session, forum_id: int) -> set[int]:
    """Everybody noted as there."""
    found = select_columns(col(Invitation.employee_id)).where(
        col(Invitation.forum_id) == forum_id, col(Invitation.attended_at).is_not(None)
    )
    return set(session.connection().execute(found).scalars())
