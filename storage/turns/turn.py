"""One time of waiting for a superior, and what each rater thinks of it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.rules.achievements import State
from storage.columns import moment, sealed


class AchievementTurn(SQLModel, table=True):
    """`state` is SUBMITTED until it is decided or withdrawn. `holder_id` is who was asked."""

    __table_args__ = (UniqueConstraint("achievement_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    achievement_id: int = Field(foreign_key="achievement.id", index=True)
    number: int
    state: str = Field(default=State.SUBMITTED, index=True)
    holder_id: int = Field(foreign_key="employee.id", index=True)
    since: datetime = moment()
    due_on: date
    nudged_on: date | None = None
    decided_by: int | None = Field(default=None, foreign_key="employee.id")
    decided_at: datetime | None = moment(nullable=True)


class AchievementOpinion(SQLModel, table=True):
    """What one rater thinks of one turn; it counts when that rater decides."""

    turn_id: int = Field(foreign_key="achievementturn.id", primary_key=True)
    rater_id: int = Field(foreign_key="employee.id", primary_key=True)
    marks: str = ""
    note: str = sealed("")
    voice: str = ""
