"""Rows of what is suspected of answers, and of the marks that show a flood."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field, SQLModel

from storage.columns import moment, sealed
from storage.surveys.tables import NUMBER


class Reason(StrEnum):
    """Why answers are looked at by a person before they count."""

    FLOOD = "flood"  # many from one counter in a short time
    SAME = "same"  # many that are alike in all elements
    STAFF = "staff"  # from the account of an employee
    STAFF_HERE = "staff_here"  # from the account of an employee of the same unit


class CaseState(StrEnum):
    OPEN = "open"
    COUNTS = "counts"
    OUT = "out"


class SurveyCase(SQLModel, table=True):
    """What is suspected of answers of one counter and day; a person decides if they count."""

    __table_args__ = (
        Index(
            "one_open_surveycase",
            "counter_id",
            "happened_on",
            "reason",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    counter_id: int = Field(foreign_key="surveycounter.id")
    happened_on: date
    reason: str
    state: str = Field(default=CaseState.OPEN, index=True)
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    why: str = sealed("")


class SurveySuspect(SQLModel, table=True):
    """An answer that a case is about."""

    case_id: int = Field(foreign_key="surveycase.id", primary_key=True)
    answer_id: int = Field(
        primary_key=True,
        foreign_key="surveyanswer.answer_id",
        index=True,
        sa_type=NUMBER,
    )


class SurveyRecent(SQLModel, table=True):
    """The five minutes in which an answer came, for a day: else no flood could be seen."""

    answer_id: int = Field(primary_key=True, sa_type=NUMBER)
    counter_id: int
    slot: datetime = moment(index=True)


class SurveySeen(SQLModel, table=True):
    """Keyed marks that may be used once: a chat at a counter on a day, a form of the web page."""

    mark: bytes = Field(sa_type=LargeBinary, primary_key=True)
    until: date = Field(index=True)
