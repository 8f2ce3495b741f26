"""Rounds: work that is done once a day, whoever comes first."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, Session, SQLModel

from storage.upsert import insert_new


class Round(SQLModel, table=True):
    name: str = Field(primary_key=True)
    day: date = Field(primary_key=True)


def first_today(session: Session, name: str, day: date) -> bool:
    """Whether nobody has made this round on that day yet; it counts as made now."""
    return insert_new(session, Round, {"name": name, "day": day})
