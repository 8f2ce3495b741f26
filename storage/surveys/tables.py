"""Rows of the public's survey. An answer names nobody and knows no hour, only its day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from bot.rules.surveys.elements import ELEMENTS
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
        Index(
            "answers_of_a_unit",
            "unit_id",
            "answered_on",
            "standing",
            "ticketed",
            "origin",
            *(one.value for one in ELEMENTS),
            "service_id",
        ),
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
