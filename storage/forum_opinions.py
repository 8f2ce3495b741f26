"""What people thought of forums: each answer until there are three, then only all together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Update, delete, exists, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import sealed
from storage.employees import Employee
from storage.forums import OPEN, Forum
from storage.invitations import Invitation
from storage.upsert import insert_new


class ForumOpinion(SQLModel, table=True):
    """Somebody's word on a forum; gone as soon as it is told with those of others.

    `levels`: one digit a question, `0` where none was chosen yet.
    """

    forum_id: int = Field(foreign_key="forum.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    levels: str
    word: str = sealed("")
    sent: bool = False


class ForumOpinions(SQLModel, table=True):
    """What three people or more said together: sums in the order of the questions, with spaces;
    their words in the order of the alphabet, one a line.
    """

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    people: int
    sums: str
    words: str = sealed("")


def draft(session: Session, forum_id: int, employee_id: int) -> ForumOpinion | None:
    return session.get(ForumOpinion, (forum_id, employee_id), populate_existing=True)


def put(session: Session, forum_id: int, employee_id: int, levels: str) -> None:
    """Keep the levels chosen so far."""
    row = {
        "forum_id": forum_id, "employee_id": employee_id, "levels": levels, "word": "",
        "sent": False,
    }  # fmt: skip
    if not insert_new(session, ForumOpinion, row):
        session.exec(_unsent(forum_id, employee_id).values(levels=levels))


def put_word(session: Session, forum_id: int, employee_id: int, word: str) -> bool:
    """Keep a comment beside the levels; False when there are none, or all was sent."""
    return session.exec(_unsent(forum_id, employee_id).values(word=word)).rowcount == 1


def send(session: Session, forum_id: int, employee_id: int) -> bool:
    """Hand it in; False when it was, or there is none. The forum is held until the end."""
    session.exec(update(Forum).where(col(Forum.id) == forum_id).values(seats=Forum.seats))
    if session.exec(_unsent(forum_id, employee_id).values(sent=True)).rowcount != 1:
        return False
    mine = (col(Invitation.forum_id) == forum_id, col(Invitation.employee_id) == employee_id)
    session.exec(update(Invitation).where(*mine).values(valued=True))
    return True


def waiting(session: Session, forum_id: int) -> Sequence[ForumOpinion]:
    """What was handed in and not told yet."""
    found = select(ForumOpinion).where(
        ForumOpinion.forum_id == forum_id, col(ForumOpinion.sent).is_(True)
    )
    return session.exec(found.execution_options(populate_existing=True)).all()


def tell(session: Session, rows: Sequence[ForumOpinion], sums: Sequence[int]) -> None:
    """Keep what they said together; who said what is nowhere any more."""
    number, people = rows[0].forum_id, [row.employee_id for row in rows]
    words = "\n".join(sorted(row.word for row in rows if row.word))
    together = ForumOpinions(
        forum_id=number, people=len(people), sums=" ".join(map(str, sums)), words=words
    )
    session.add(together)
    those = (col(ForumOpinion.forum_id) == number, col(ForumOpinion.employee_id).in_(people))
    session.exec(delete(ForumOpinion).where(*those))
    session.flush()


def told(session: Session, forum_id: int) -> Sequence[ForumOpinions]:
    found = select(ForumOpinions).where(ForumOpinions.forum_id == forum_id)
    return session.exec(found.order_by(col(ForumOpinions.id))).all()


def count(session: Session, forum_id: int) -> int:
    """How many have handed theirs in."""
    found = select_columns(func.count()).where(
        col(Invitation.forum_id) == forum_id, col(Invitation.valued).is_(True)
    )
    return int(session.connection().execute(found).scalar_one())


def take_unasked(
    session: Session, since: datetime, until: datetime, now: datetime, limit: int
) -> list[tuple[int, int]]:
    """Forum and person of those who were at one that ended then and were not asked; marked so."""
    found = (
        select_columns(col(Invitation.id), col(Invitation.forum_id), col(Invitation.employee_id))
        .join(Forum, col(Forum.id) == col(Invitation.forum_id))
        .where(
            col(Forum.state) == OPEN,
            col(Forum.ends_at) > since,
            col(Forum.ends_at) <= until,
            col(Invitation.attended_at).is_not(None),
            col(Invitation.asked_at).is_(None),
        )
        .order_by(col(Invitation.id))
        .limit(limit)
    )
    rows = session.connection().execute(found).all()
    if rows:
        these = update(Invitation).where(col(Invitation.id).in_([row[0] for row in rows]))
        session.connection().execute(these.values(asked_at=now))
    return [(row[1], row[2]) for row in rows]


def forget(session: Session, until: datetime) -> None:
    """Forget what was never told of forums that ended by then."""
    over = select_columns(col(Forum.id)).where(col(Forum.ends_at) <= until)
    there = select_columns(col(ForumOpinion.forum_id)).where(col(ForumOpinion.forum_id).in_(over))
    numbers = session.connection().execute(there.distinct()).scalars().all()
    if numbers:
        session.exec(delete(ForumOpinion).where(col(ForumOpinion.forum_id).in_(numbers)))


class Heard(NamedTuple):
    """A forum of which something was told."""

    forum_id: int
    topic: str
    starts_at: datetime


def heard(session: Session, units: Collection[int] | None, skip: int, limit: int) -> list[Heard]:
    """Those of hosts in these units (None: all), newest first."""
    said = exists().where(col(ForumOpinions.forum_id) == col(Forum.id))
    columns: list[Any] = [col(Forum.id), col(Forum.topic), col(Forum.starts_at)]
    found = select_columns(*columns).where(said)
    if units is not None:
        found = found.join(Employee, col(Employee.id) == col(Forum.host_id)).where(
            col(Employee.unit_id).in_(units)
        )
    ordered = found.order_by(col(Forum.starts_at).desc(), col(Forum.id).desc())
    rows = session.connection().execute(ordered.offset(skip).limit(limit))
    return [Heard(*row) for row in rows]


def _unsent(forum_id: int, employee_id: int) -> Update:
    return update(ForumOpinion).where(
        col(ForumOpinion.forum_id) == forum_id,
        col(ForumOpinion.employee_id) == employee_id,
        col(ForumOpinion.sent).is_(False),
    )
