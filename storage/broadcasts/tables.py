"""One row a broadcast, a file with it, a question, a person it is for, an answer."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.rules.broadcasts import Audience, State
from storage.columns import moment, sealed
from storage.evidence import EvidenceFile


class Broadcast(SQLModel, table=True):
    """`which` belongs to the audience: a unit, a role, a kind of ASN, an earlier broadcast.

    `within` are the units of an author whose role is not for the whole agency, with commas.
    `starts` is a day and hour on the clocks of each unit, without a zone; empty: at once. `duty`
    does not wait for quiet hours or leave. Without a `mark` it has no quiz; `tries` 0 is as often
    as wanted, `credit` are hours of learning (JP), and it is open until `quiz_until`, so many
    `quiz_days` from when it went out. `version` grows with every change of what is sent, of which
    that number was `tested`. `listed_to`: up to which employee readers are written down, -1 when
    they are complete. `busy`: the tick has something to do. `correcting`: its `new_text` waits
    for the second person. `reminders` were owed so far, the last at `reminded_at`.
    """

    id: int | None = Field(default=None, primary_key=True)
    author_id: int = Field(foreign_key="employee.id", index=True)
    state: str = Field(default=State.DRAFT, index=True)
    text: str = sealed("")
    audience: str = Audience.EVERYBODY
    which: str = ""
    within: str = ""
    starts: str = ""
    duty: bool = False
    mark: int = 0
    tries: int = 0
    credit: int = 0
    quiz_days: int = 7
    quiz_until: date | None = None
    version: int = 1
    tested: int = 0
    people: int = 0
    reason: str = sealed("")
    made_at: datetime = moment()
    asked_at: datetime | None = moment(nullable=True)
    approved_by: int | None = Field(default=None, foreign_key="employee.id")
    approved_at: datetime | None = moment(nullable=True)
    listed_to: int = 0
    busy: bool = Field(default=False, index=True)
    begun_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    edition: int = 1
    corrected_at: datetime | None = moment(nullable=True)
    correcting: bool = Field(default=False, index=True)
    new_text: str = sealed("")
    reminders: int = 0
    reminded_at: datetime | None = moment(nullable=True)


class BroadcastFile(EvidenceFile, table=True):
    """The one picture or PDF of a broadcast."""

    id: int | None = Field(default=None, primary_key=True)
    broadcast_id: int = Field(foreign_key="broadcast.id", unique=True)


class BroadcastQuestion(SQLModel, table=True):
    """`options` is a list of texts, `right` the place of the right one in it."""

    id: int | None = Field(default=None, primary_key=True)
    broadcast_id: int = Field(foreign_key="broadcast.id", index=True)
    text: str = sealed("")
    options: str = sealed("")
    right: int = 0
    explanation: str = sealed("")


class BroadcastReader(SQLModel, table=True):
    """Somebody it is for. `out`: why no copy was owed (`bot.rules.broadcasts.Out`).

    `letter_id` may name a letter that was kept long enough and is gone. `tries` of the quiz were
    begun and `finished`; `best` is the best of them in percent.
    """

    __table_args__ = (Index("readers_by_turn", "broadcast_id", "letter_id", "employee_id"),)

    broadcast_id: int = Field(foreign_key="broadcast.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True, index=True)
    out: str = ""
    letter_id: int | None = Field(default=None, index=True)
    edition: int = 1
    read_at: datetime | None = moment(nullable=True)
    tries: int = 0
    finished: int = 0
    best: int = 0
    passed_at: datetime | None = moment(nullable=True)
    reminded: int = 0


class BroadcastAnswer(SQLModel, table=True):
    """One answer of one try."""

    broadcast_id: int = Field(foreign_key="broadcast.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True, index=True)
    attempt: int = Field(primary_key=True)
    question_id: int = Field(foreign_key="broadcastquestion.id", primary_key=True)
    choice: int
