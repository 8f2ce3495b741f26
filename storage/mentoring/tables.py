"""Offers and wishes, pairs from proposal to result, what was done together."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.columns import moment, sealed

LIVING = "state IN ('proposed', 'active')"


class MentorOffer(SQLModel, table=True):
    """Who is willing to be a mentor: keys of indicators with commas, places, own words."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    strengths: str = ""
    places: int = 1
    text: str = sealed("")
    active: bool = True


class MentorWish(SQLModel, table=True):
    """Who asks for a mentor: keys of indicators with commas, own words."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    goals: str = ""
    text: str = sealed("")
    active: bool = True


class MentorBar(SQLModel, table=True):
    """Somebody with whom a person does not want to be paired; no reason is asked."""

    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    other_id: int = Field(foreign_key="employee.id", primary_key=True)


class Mentoring(SQLModel, table=True):
    """One pair. `reason` is why the mentee was thought of; the mentor is not told it.

    A mentee has one mentor at a time. `declined_by` is empty in pairs declined before it was kept.
    """

    __table_args__ = (
        Index(
            "one_living_mentor",
            "mentee_id",
            unique=True,
            sqlite_where=text(LIVING),
            postgresql_where=text(LIVING),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    mentor_id: int = Field(foreign_key="employee.id", index=True)
    mentee_id: int = Field(foreign_key="employee.id", index=True)
    goals: str = ""
    reason: str
    state: str = Field(index=True)
    proposed_by: int = Field(foreign_key="employee.id")
    proposed_at: datetime = moment()
    mentor_agreed_at: datetime | None = moment(nullable=True)
    mentee_agreed_at: datetime | None = moment(nullable=True)
    declined_by: int | None = None
    started_on: date | None = None
    ended_on: date | None = None
    ended_by: int | None = Field(default=None, foreign_key="employee.id")
    outcome: str = ""
    result: str = sealed("")


class MentorMeeting(SQLModel, table=True):
    """A meeting noted by one and confirmed by the other; only then it counts as learning."""

    id: int | None = Field(default=None, primary_key=True)
    mentoring_id: int = Field(foreign_key="mentoring.id", index=True)
    held_on: date
    minutes: int
    text: str = sealed("")
    noted_by: int = Field(foreign_key="employee.id")
    noted_at: datetime = moment()
    confirmed_at: datetime | None = moment(nullable=True)


class MentorWorth(SQLModel, table=True):
    """How useful a mentoring was to one of both; told to HR only together with others.

    `told`: it is part of a mean that was shown, and stands.
    """

    mentoring_id: int = Field(foreign_key="mentoring.id", primary_key=True)
    person_id: int = Field(foreign_key="employee.id", primary_key=True)
    level: int
    told: bool = False


class MentorNote(SQLModel, table=True):
    """What one of both wrote for themselves alone; erased whenever the writer says so."""

    mentoring_id: int = Field(foreign_key="mentoring.id", primary_key=True)
    writer_id: int = Field(foreign_key="employee.id", primary_key=True)
    text: str = sealed("")
    written_at: datetime = moment()
