"""Polls of forums: votes have their voter until the poll closes, afterwards only numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Update, delete, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.polls import PollState
from storage.columns import moment, sealed
from storage.upsert import insert_new


class ForumPoll(SQLModel, table=True):
    """`closes_at`: by itself at the latest; `closed_by` NULL then."""

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    kind: str
    question: str = sealed("")
    state: str = PollState.DRAFT
    made_at: datetime = moment()
    closes_at: datetime | None = moment(nullable=True, index=True)
    closed_at: datetime | None = moment(nullable=True)
    closed_by: int | None = Field(default=None, foreign_key="employee.id")


class PollOption(SQLModel, table=True):
    """One answer: a text, or a moment; `votes` is counted when the poll closes."""

    id: int | None = Field(default=None, primary_key=True)
    poll_id: int = Field(foreign_key="forumpoll.id", index=True)
    text: str = sealed("")
    starts_at: datetime | None = moment(nullable=True)
    votes: int = 0


class PollVote(SQLModel, table=True):
    """Somebody's vote, to be changed until the poll closes; then the row is gone."""

    poll_id: int = Field(foreign_key="forumpoll.id", primary_key=True)
    voter_id: int = Field(foreign_key="employee.id", primary_key=True)
    option_id: int = Field(foreign_key="polloption.id")


def get(session: Session, poll_id: int) -> ForumPoll | None:
    return session.get(ForumPoll, poll_id, populate_existing=True)


def begin(session: Session, row: ForumPoll) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def of(session: Session, forum_id: int, *, drafts: bool) -> Sequence[ForumPoll]:
    """Newest first."""
    found = select(ForumPoll).where(ForumPoll.forum_id == forum_id)
    if not drafts:
        found = found.where(ForumPoll.state != PollState.DRAFT)
    ordered = found.order_by(col(ForumPoll.id).desc())
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def options(session: Session, poll_id: int) -> Sequence[PollOption]:
    """Moments in their order, texts as they came."""
    found = select(PollOption).where(PollOption.poll_id == poll_id)
    ordered = found.order_by(col(PollOption.starts_at), col(PollOption.id))
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def ask(session: Session, poll_id: int, question: str) -> None:
    session.exec(_draft(poll_id).values(question=question))


def add_option(session: Session, poll_id: int, text: str, starts_at: datetime | None) -> None:
    session.add(PollOption(poll_id=poll_id, text=text, starts_at=starts_at))
    session.flush()


def drop_option(session: Session, poll_id: int, option_id: int) -> None:
    mine = (col(PollOption.poll_id) == poll_id, col(PollOption.id) == option_id)
    session.exec(delete(PollOption).where(*mine))
    session.expire_all()


def drop(session: Session, poll_id: int) -> None:
    """Delete a draft."""
    session.exec(delete(PollOption).where(col(PollOption.poll_id) == poll_id))
    this = (col(ForumPoll.id) == poll_id, col(ForumPoll.state) == PollState.DRAFT)
    session.exec(delete(ForumPoll).where(*this))
    session.expire_all()


def open_it(session: Session, poll_id: int, closes_at: datetime) -> bool:
    """Open a draft; whether it was one."""
    opened = _draft(poll_id).values(state=PollState.OPEN, closes_at=closes_at)
    return session.exec(opened).rowcount == 1


def vote(session: Session, poll_id: int, voter_id: int, option_id: int, now: datetime) -> bool:
    """Vote, in place of my vote before; False when it is closed. The poll is held meanwhile."""
    still = (
        col(ForumPoll.id) == poll_id,
        col(ForumPoll.state) == PollState.OPEN,
        col(ForumPoll.closes_at) > now,
    )
    if session.exec(update(ForumPoll).where(*still).values(kind=ForumPoll.kind)).rowcount != 1:
        return False
    row = {"poll_id": poll_id, "voter_id": voter_id, "option_id": option_id}
    if not insert_new(session, PollVote, row):
        mine = (col(PollVote.poll_id) == poll_id, col(PollVote.voter_id) == voter_id)
        session.exec(update(PollVote).where(*mine).values(option_id=option_id))
    return True


def mine(session: Session, poll_id: int, voter_id: int) -> int | None:
    """Which option I voted for, while the poll is open."""
    row = session.get(PollVote, (poll_id, voter_id), populate_existing=True)
    return row.option_id if row else None


def count(session: Session, poll_id: int) -> int:
    """How many have voted so far."""
    found = select_columns(func.count()).where(col(PollVote.poll_id) == poll_id)
    return int(session.connection().execute(found).scalar_one())


def close(session: Session, poll_id: int, by: int | None, now: datetime) -> bool:
    """Close it: the votes become numbers, and who voted what is nowhere any more. Whether it was
    open.
    """
    this = (col(ForumPoll.id) == poll_id, col(ForumPoll.state) == PollState.OPEN)
    closed = update(ForumPoll).where(*this)
    values = {"state": PollState.CLOSED, "closed_at": now, "closed_by": by}
    if session.exec(closed.values(**values)).rowcount != 1:
        return False
    votes = (
        select_columns(func.count())
        .where(col(PollVote.option_id) == col(PollOption.id))
        .scalar_subquery()
    )
    options_of = update(PollOption).where(col(PollOption.poll_id) == poll_id)
    session.connection().execute(options_of.values(votes=votes))
    session.exec(delete(PollVote).where(col(PollVote.poll_id) == poll_id))
    session.expire_all()
    return True


def due(session: Session, now: datetime, limit: int) -> Sequence[ForumPoll]:
    """Open ones whose time is over."""
    found = select(ForumPoll).where(
        ForumPoll.state == PollState.OPEN, col(ForumPoll.closes_at) <= now
    )
    return session.exec(found.order_by(col(ForumPoll.id)).limit(limit)).all()


def _draft(poll_id: int) -> Update:
    return update(ForumPoll).where(
        col(ForumPoll.id) == poll_id, col(ForumPoll.state) == PollState.DRAFT
    )
