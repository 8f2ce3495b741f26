"""Questions gathered before a forum. One that is asked without a name has no writer anywhere."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import case, delete, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import sealed
from storage.employees import Employee
from storage.upsert import insert_new


class ForumQuestion(SQLModel, table=True):
    """`writer_id` is there only for whoever wanted the name to stand; no moment is kept."""

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    writer_id: int | None = Field(default=None, foreign_key="employee.id")
    text: str = sealed("")
    hidden: bool = False


class QuestionVote(SQLModel, table=True):
    """Somebody wants this question answered, too."""

    question_id: int = Field(foreign_key="forumquestion.id", primary_key=True)
    voter_id: int = Field(foreign_key="employee.id", primary_key=True)


class Line(NamedTuple):
    """One question as it is read; `writer` is "" for one without a name."""

    id: int
    text: str
    writer_id: int | None
    writer: str
    votes: int
    mine: bool


def get(session: Session, question_id: int) -> ForumQuestion | None:
    return session.get(ForumQuestion, question_id, populate_existing=True)


def ask(session: Session, forum_id: int, text: str, writer_id: int | None) -> int:
    """Keep a question; its number."""
    row = ForumQuestion(forum_id=forum_id, text=text, writer_id=writer_id)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def count(session: Session, forum_id: int, writer_id: int | None) -> int:
    """How many of this writer stand there, or how many without a name; hidden ones count."""
    found = select_columns(func.count()).where(
        col(ForumQuestion.forum_id) == forum_id, col(ForumQuestion.writer_id) == writer_id
    )
    return int(session.connection().execute(found).scalar_one())


def hide(session: Session, question_id: int) -> bool:
    """Take it from the list; False when it was."""
    shown = (col(ForumQuestion.id) == question_id, col(ForumQuestion.hidden).is_(False))
    gone = update(ForumQuestion).where(*shown).values(hidden=True)
    return session.connection().execute(gone).rowcount == 1


def vote(session: Session, question_id: int, voter_id: int) -> bool:
    """Vote for it, or take the vote back; whether there is one now."""
    row = {"question_id": question_id, "voter_id": voter_id}
    if insert_new(session, QuestionVote, row):
        return True
    mine = (col(QuestionVote.question_id) == question_id, col(QuestionVote.voter_id) == voter_id)
    session.connection().execute(delete(QuestionVote).where(*mine))
    return False


def total(session: Session, forum_id: int) -> int:
    """How many questions stand in the list."""
    found = select_columns(func.count()).where(
        col(ForumQuestion.forum_id) == forum_id, col(ForumQuestion.hidden).is_(False)
    )
    return int(session.connection().execute(found).scalar_one())


def page(session: Session, forum_id: int, reader_id: int, skip: int, size: int) -> list[Line]:
    """Those of a forum that are not hidden, most wanted first."""
    votes = func.count(col(QuestionVote.voter_id))
    mine = func.sum(case((col(QuestionVote.voter_id) == reader_id, 1), else_=0))
    columns: list[Any] = [
        col(ForumQuestion.id), col(ForumQuestion.text), col(ForumQuestion.writer_id),
        col(Employee.name), votes, mine,
    ]  # fmt: skip
    found = (
        select_columns(*columns)
        .outerjoin(QuestionVote, col(QuestionVote.question_id) == col(ForumQuestion.id))
        .outerjoin(Employee, col(Employee.id) == col(ForumQuestion.writer_id))
        .where(col(ForumQuestion.forum_id) == forum_id, col(ForumQuestion.hidden).is_(False))
        .group_by(*columns[:4])
        .order_by(votes.desc(), col(ForumQuestion.id))
    )
    rows = session.connection().execute(found.offset(skip).limit(size))
    return [
        Line(number, text, writer_id, writer or "", int(given), bool(own))
        for number, text, writer_id, writer, given, own in rows
    ]
