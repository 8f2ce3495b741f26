"""An objection, the word of each side on it, and a decision that is being written."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from bot.rules.objections import State
from storage.columns import moment, sealed

OPEN = State.FILED


class Objection(SQLModel, table=True):
    """One a result, for ever: the decision on it is final. `edition` is what it objects to.

    `indicators` are those it is about, with commas. `named_id` is the reviewer that HR named,
    where the hierarchy gives none. `levels` are those decided (`inovasi=4`), and `made` the
    edition of the result that came of them. `told_late_at`: HR knows that it is overdue.
    """

    id: int | None = Field(default=None, primary_key=True)
    result_id: int = Field(foreign_key="result.id", unique=True)
    period_id: int = Field(foreign_key="period.id", index=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    edition: int
    state: str = Field(default=State.DRAFT, index=True)
    indicators: str = ""
    reasons: str = sealed("")
    written_at: datetime = moment()
    filed_at: datetime | None = moment(nullable=True)
    hearing_until: date | None = None
    decision_until: date | None = None
    named_id: int | None = Field(default=None, foreign_key="employee.id")
    named_by: int | None = Field(default=None, foreign_key="employee.id")
    named_at: datetime | None = moment(nullable=True)
    outcome: str = ""
    levels: str = ""
    answer: str | None = sealed()
    made: int | None = None
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)
    withdrawn_at: datetime | None = moment(nullable=True)
    told_late_at: datetime | None = moment(nullable=True)
    looked_on: date | None = None


class Explanation(SQLModel, table=True):
    """One side's word on an objection: a draft until it is given, then kept as it is."""

    objection_id: int = Field(foreign_key="objection.id", primary_key=True)
    person_id: int = Field(foreign_key="employee.id", primary_key=True)
    party: str
    draft: str = sealed("")
    said: str | None = sealed()
    given_at: datetime | None = moment(nullable=True)


class VerdictDraft(SQLModel, table=True):
    """What one reviewer is about to decide."""

    objection_id: int = Field(foreign_key="objection.id", primary_key=True)
    reviewer_id: int = Field(foreign_key="employee.id", primary_key=True)
    levels: str = ""
    reason: str = sealed("")
