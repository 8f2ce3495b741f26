"""Posts about forums in the office's group or channel, and how much of them is still shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, String, cast, literal, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment
from storage.forums import Forum
from storage.outbox import Letter
from storage.upsert import insert_new


class ForumPost(SQLModel, table=True):
    """`sequence` is the forum's when the post was last brought up to date."""

    forum_id: int = Field(foreign_key="forum.id", primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    posted_by: int = Field(foreign_key="employee.id")
    posted_at: datetime = moment()
    sequence: int


class Outdated(NamedTuple):
    """A post that shows an older state of its forum; `letter` is how it went out."""

    post: ForumPost
    sequence: int
    letter: Letter


def key(forum_id: int) -> str:
    return f"forum/{forum_id}/post"


def there(session: Session, forum_id: int) -> bool:
    return session.get(ForumPost, forum_id) is not None


def add(session: Session, row: ForumPost) -> bool:
    """Note a post; False when there is one."""
    return insert_new(session, ForumPost, row.model_dump())


def outdated(session: Session, limit: int) -> Sequence[Outdated]:
    """Posts whose forum has changed since, with the letter that each went out by."""
    written: Any = literal("forum/") + cast(col(ForumPost.forum_id), String) + "/post"
    found = (
        select(ForumPost, Forum.sequence, Letter)
        .join(Forum, col(Forum.id) == col(ForumPost.forum_id))
        .join(Letter, col(Letter.key) == written)
        .where(col(Forum.sequence) > col(ForumPost.sequence))
        .order_by(col(ForumPost.forum_id))
        .limit(limit)
    )
    return [Outdated(*row) for row in session.exec(found)]


def shown(session: Session, forum_id: int, sequence: int) -> None:
    """The post is, or will be, of this state."""
    this = update(ForumPost).where(col(ForumPost.forum_id) == forum_id)
    session.exec(this.values(sequence=sequence))
