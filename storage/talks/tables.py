"""Talks, what was written of them, what follows, how useful they were."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.columns import moment, sealed

LIVING = "state IN ('proposed', 'agreed')"


class Talk(SQLModel, table=True):
    """One talk, arranged or held; of a pair one at a time is arranged.

    `superior_id` leads it: the direct superior, or who held the mandate. `rated`: the employee
    said how useful it was; what was said stands elsewhere.
    """

    __table_args__ = (
        Index(
            "one_arranged_talk",
            "employee_id",
            unique=True,
            sqlite_where=text(LIVING),
            postgresql_where=text(LIVING),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    superior_id: int = Field(foreign_key="employee.id", index=True)
    state: str
    proposed_by: int = Field(foreign_key="employee.id")
    proposed_at: datetime = moment()
    starts_at: datetime | None = moment(nullable=True)
    agreed_at: datetime | None = moment(nullable=True)
    held_on: date | None = Field(default=None, index=True)
    held_by: int | None = Field(default=None, foreign_key="employee.id")
    noted_at: datetime | None = moment(nullable=True)
    denied_by: int | None = Field(default=None, foreign_key="employee.id")
    denied_at: datetime | None = moment(nullable=True)
    rated: bool = False


class TalkNote(SQLModel, table=True):
    """What one of both wrote: for both to read, or for the writer alone."""

    talk_id: int = Field(foreign_key="talk.id", primary_key=True)
    writer_id: int = Field(foreign_key="employee.id", primary_key=True)
    private: bool = Field(primary_key=True)
    text: str = sealed("")
    written_at: datetime = moment()


class FollowUp(SQLModel, table=True):
    """What was agreed in a talk: who does it until when; a draft until `settled_at`.

    `drop_by` wants it dropped and wrote why: the other is asked once there is `drop_asked_at`.
    """

    id: int | None = Field(default=None, primary_key=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)
    made_by: int = Field(foreign_key="employee.id")
    text: str = sealed("")
    owner_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    due_on: date | None = None
    settled_at: datetime | None = moment(nullable=True)
    done_at: datetime | None = moment(nullable=True)
    drop_by: int | None = None
    drop_reason: str | None = sealed()
    drop_asked_at: datetime | None = moment(nullable=True)
    dropped_by: int | None = None
    dropped_at: datetime | None = moment(nullable=True)


class TalkRhythm(SQLModel, table=True):
    """Months between two talks, where a superior chose oftener than the scheme asks."""

    superior_id: int = Field(foreign_key="employee.id", primary_key=True)
    months: int


class TalkRating(SQLModel, table=True):
    """How useful a talk was, until enough people have said so; then the row is gone."""

    talk_id: int = Field(foreign_key="talk.id", primary_key=True)
    superior_id: int = Field(foreign_key="employee.id", index=True)
    employee_id: int = Field(foreign_key="employee.id")
    level: int
    word: str = sealed("")
    sent: bool = False


class TalkUse(SQLModel, table=True):
    """What three people or more said together about a superior's talks, without their names.

    `words` are in the order of the alphabet, one a line.
    """

    id: int | None = Field(default=None, primary_key=True)
    superior_id: int = Field(foreign_key="employee.id", index=True)
    people: int
    total: int
    words: str = sealed("")
