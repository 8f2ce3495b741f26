"""Old surveys that a file brought: which files, and the answers to fourteen elements."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Index, Integer, cast, extract, func, select
from sqlmodel import Field, Session, SQLModel, col

from bot.rules.surveys.elements import OLD_ELEMENTS
from bot.rules.surveys.tallies import Tally
from storage.columns import moment
from storage.surveys.tables import SurveyAnswer, SurveyComment, SurveyService
from storage.upsert import insert_new, insert_new_many


class SurveyImport(SQLModel, table=True):
    """A file, known by the digest of its rows: none is taken in twice."""

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    regulation: str
    answers: int
    imported_by: int | None = Field(default=None, foreign_key="employee.id")
    imported_at: datetime = moment()


class SurveyPast(SQLModel, table=True):
    """One answer by KEP/25/M.PAN/2/2004. `said`: fourteen figures, in the order of the decree."""

    __table_args__ = (Index("ix_surveypast_unit", "unit_id", "answered_on"),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    service_id: int = Field(foreign_key="surveyservice.id")
    answered_on: date
    said: str
    batch_id: int = Field(foreign_key="surveyimport.id", index=True)


def known(session: Session, digest: str) -> SurveyImport | None:
    found = select(SurveyImport).where(col(SurveyImport.digest) == digest)
    return session.execute(found).scalars().first()


def add(session: Session, values: Mapping[str, Any]) -> int | None:
    """The number of a new import; None when the file was taken in before."""
    if not insert_new(session, SurveyImport, values):
        return None
    row = known(session, values["digest"])
    assert row is not None
    return row.id


def add_answers(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """RuntimeError when a number was taken: none may be lost."""
    if insert_new_many(session, SurveyAnswer, rows) != len(rows):
        raise RuntimeError("an answer's number was taken")


def add_comments(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    insert_new_many(session, SurveyComment, rows)


def add_past(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    insert_new_many(session, SurveyPast, rows)


def services(session: Session) -> Sequence[tuple[int, int, str, str]]:
    """Number, unit, name and kind of every service."""
    columns: list[Any] = [
        col(SurveyService.id), col(SurveyService.unit_id), col(SurveyService.name),
        col(SurveyService.kind),
    ]  # fmt: skip
    found = select(*columns).order_by(col(SurveyService.id))
    return [(row[0], row[1], row[2], row[3]) for row in session.connection().execute(found)]


class Year(NamedTuple):
    """What was answered to fourteen elements in a year."""

    year: int
    tally: Tally


_FIGURES: list[Any] = [
    cast(func.substr(col(SurveyPast.said), place, 1), Integer)
    for place in range(1, len(OLD_ELEMENTS) + 1)
]


def past_years(session: Session, units: Collection[int]) -> list[Year]:
    """The sums of these units' old answers, year by year, oldest first."""
    own: Any = sum(_FIGURES[1:], _FIGURES[0])
    year: Any = extract("year", col(SurveyPast.answered_on))
    found = (
        select(year, func.count(), func.sum(own * own), *map(func.sum, _FIGURES))
        .where(col(SurveyPast.unit_id).in_(units))
        .group_by(year)
        .order_by(year)
    )
    return [
        Year(int(row[0]), Tally(row[1], tuple(map(int, row[3:])), int(row[2])))
        for row in session.connection().execute(found)
    ]
