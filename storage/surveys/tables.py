"""Rows of the public's survey. An answer names nobody and knows no hour, only its day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, SmallInteger, text
from sqlmodel import Field, SQLModel

from storage.columns import moment, sealed

# SQLite lays rows out by an INTEGER key, so that random numbers hide the order they came in.
NUMBER = BigInteger().with_variant(Integer(), "sqlite")


class Origin(StrEnum):
    """The way an answer came."""

    CHAT = "chat"
    WEB = "web"
    PAPER = "paper"
    IMPORT = "import"


class Standing(StrEnum):
    """Whether an answer counts: something is suspected of a held one, and nobody has decided."""

    COUNTS = "counts"
    HELD = "held"
    OUT = "out"


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


class SurveyService(SQLModel, table=True):
    """A service that a unit gives. `visitors`: users a year, as the unit states it."""

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    name: str
    kind: str
    visitors: int | None = None
    closed_on: date | None = None


class SurveyCounter(SQLModel, table=True):
    """A counter (or officer) of a service; `code` is public, on the sheet that hangs there."""

    id: int | None = Field(default=None, primary_key=True)
    service_id: int = Field(foreign_key="surveyservice.id", index=True)
    name: str
    code: str = Field(unique=True)
    officer_id: int | None = Field(default=None, foreign_key="employee.id")
    closed_on: date | None = None


class SurveyBatch(SQLModel, table=True):
    """Tickets issued at once, numbered from 0 to below `tickets`; their codes are derived."""

    id: int | None = Field(default=None, primary_key=True)
    counter_id: int = Field(foreign_key="surveycounter.id", index=True)
    tickets: int
    printed: bool
    issued_by: int | None = Field(default=None, foreign_key="employee.id")
    issued_on: date
    expires_on: date
    ended_on: date | None = None


class SurveySpent(SQLModel, table=True):
    """A ticket that was used. Nothing leads from it to an answer."""

    batch_id: int = Field(foreign_key="surveybatch.id", primary_key=True)
    number: int = Field(primary_key=True)
    used_on: date


class SurveyAnswer(SQLModel, table=True):
    """One answer: nine elements from 1 to 4, by key. `answered_on` is a day of the unit's zone.

    `unit_id` is the unit that gave the service then. `batch_id`: of an import.
    """

    __table_args__ = (
        Index("ix_surveyanswer_unit", "unit_id", "answered_on"),
        Index("ix_surveyanswer_service", "service_id", "answered_on"),
        Index("ix_surveyanswer_counter", "counter_id", "answered_on"),
    )

    answer_id: int = Field(primary_key=True, sa_type=NUMBER)
    unit_id: int = Field(foreign_key="unit.id")
    service_id: int = Field(foreign_key="surveyservice.id")
    counter_id: int | None = Field(default=None, foreign_key="surveycounter.id")
    answered_on: date = Field(index=True)
    persyaratan: int = Field(sa_type=SmallInteger)
    prosedur: int = Field(sa_type=SmallInteger)
    waktu: int = Field(sa_type=SmallInteger)
    biaya: int = Field(sa_type=SmallInteger)
    produk: int = Field(sa_type=SmallInteger)
    kompetensi: int = Field(sa_type=SmallInteger)
    perilaku: int = Field(sa_type=SmallInteger)
    pengaduan: int = Field(sa_type=SmallInteger)
    sarana: int = Field(sa_type=SmallInteger)
    origin: str
    ticketed: bool
    standing: str = Standing.COUNTS
    batch_id: int | None = Field(default=None, index=True)


class SurveyComment(SQLModel, table=True):
    """What somebody wrote beside an answer. Others read it once it is cleared.

    `dismissed`: nothing in it; nobody else reads it.
    """

    __table_args__ = (Index("ix_surveycomment_unit", "unit_id", "cleared_on"),)

    answer_id: int = Field(
        primary_key=True,
        foreign_key="surveyanswer.answer_id",
        sa_type=NUMBER,
    )
    unit_id: int = Field(foreign_key="unit.id")
    text: str = sealed("")
    cleared_on: date | None = None
    cleared_by: int | None = Field(default=None, foreign_key="employee.id")
    dismissed: bool = False


class SurveyWish(SQLModel, table=True):
    """Somebody asked to be told when what they wrote about has changed.

    `contact` is the chat, erased once the letter is owed; `mark` finds one's own wishes.
    `secret`: of the web, keyed, of the address that the person keeps. `news` is what is told.
    """

    id: int | None = Field(default=None, primary_key=True)
    answer_id: int = Field(
        unique=True,
        foreign_key="surveyanswer.answer_id",
        sa_type=NUMBER,
    )
    contact: str | None = sealed()
    mark: bytes | None = Field(default=None, sa_type=LargeBinary, index=True)
    secret: bytes | None = Field(default=None, sa_type=LargeBinary, unique=True)
    asked_on: date = Field(index=True)
    told_on: date | None = None
    news: str | None = sealed()


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


class SurveyDraft(SQLModel, table=True):
    """A form that a chat is filling in; `mark` is the chat, keyed. Gone when it is sent."""

    id: int | None = Field(default=None, primary_key=True)
    mark: bytes = Field(sa_type=LargeBinary, unique=True)
    counter_id: int = Field(foreign_key="surveycounter.id")
    batch_id: int | None = Field(default=None, foreign_key="surveybatch.id")
    number: int | None = None
    said: str = sealed("")
    typing: bool = False
    touched_at: datetime = moment(index=True)


class SurveyRecent(SQLModel, table=True):
    """The five minutes in which an answer came, for a day: else no flood could be seen."""

    answer_id: int = Field(primary_key=True, sa_type=NUMBER)
    counter_id: int
    slot: datetime = moment(index=True)


class SurveySeen(SQLModel, table=True):
    """Keyed marks that may be used once: a chat at a counter on a day, a form of the web page."""

    mark: bytes = Field(sa_type=LargeBinary, primary_key=True)
    until: date = Field(index=True)
