"""Raters' severities of a period as they were last estimated, and the agency's own figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, delete, func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, insert, select

from storage.appraisals import SENT, Appraisal, Rating
from storage.columns import moment


class Weighing(SQLModel, table=True):
    """One a period: of how many forms, up to which moment; numbers are decimal strings."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    forms: int
    newest: datetime = moment()
    weighed_at: datetime = moment()
    contrasts: int
    enough: bool
    between: str | None = None
    noise: str | None = None


class RaterSeverity(SQLModel, table=True):
    """One rater; `comparable` names the group inside which raters are compared."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    rater_id: int = Field(foreign_key="employee.id", primary_key=True)
    estimate: str
    low: str | None = None
    high: str | None = None
    ratings: int
    shared: int
    comparable: int


class AgencyFigure(SQLModel, table=True):
    """The middle of all superiors' figures, by the name of the mirror's figure."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    name: str = Field(primary_key=True)
    value: str | None = None
    raters: int


class Given(NamedTuple):
    """One rater's mean level for one person, over some indicators."""

    rater_id: int
    employee_id: int
    source: str
    mean: float


def of_period(session: Session, period_id: int) -> Weighing | None:
    return session.get(Weighing, period_id, populate_existing=True)


def sent_so_far(session: Session, period_id: int) -> tuple[int, datetime | None]:
    """How many forms were sent in a period, and when the newest one was."""
    counted = select_columns(func.count(), func.max(col(Appraisal.sent_at))).where(
        col(Appraisal.period_id) == period_id, col(Appraisal.state) == SENT
    )
    row = session.connection().execute(counted).one()
    return row[0], row[1]


def given(
    session: Session,
    period_id: int,
    indicators: Collection[str],
    employee_ids: Collection[int] | None = None,
) -> Sequence[Given]:
    """Every sent form's mean over these indicators, in the order of people and raters."""
    mean = func.avg(col(Rating.level) * 1.0)
    found = (
        select_columns(
            col(Appraisal.official_id), col(Appraisal.employee_id), col(Appraisal.source), mean
        )
        .join(Rating, col(Rating.appraisal_id) == col(Appraisal.id))
        .where(
            col(Appraisal.period_id) == period_id,
            col(Appraisal.state) == SENT,
            col(Rating.indicator).in_(indicators),
        )
        .group_by(col(Appraisal.official_id), col(Appraisal.employee_id), col(Appraisal.source))
        .order_by(col(Appraisal.employee_id), col(Appraisal.official_id))
    )
    if employee_ids is not None:
        found = found.where(col(Appraisal.employee_id).in_(employee_ids))
    rows = session.connection().execute(found)
    return [Given(row[0], row[1], row[2], float(row[3])) for row in rows]


def levels(
    session: Session, period_id: int, source: str, official_id: int | None = None
) -> Sequence[tuple[int, int, str, int]]:
    """Rater, person, indicator, level: of every sent form of a group, or of one rater's."""
    found = (
        select_columns(
            col(Appraisal.official_id), col(Appraisal.employee_id), col(Rating.indicator),
            col(Rating.level),
        )
        .join(Rating, col(Rating.appraisal_id) == col(Appraisal.id))
        .where(
            col(Appraisal.period_id) == period_id,
            col(Appraisal.state) == SENT,
            col(Appraisal.source) == source,
        )
        .order_by(col(Appraisal.official_id), col(Appraisal.employee_id))
    )  # fmt: skip
    if official_id is not None:
        found = found.where(col(Appraisal.official_id) == official_id)
    rows = session.connection().execute(found)
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def put(
    session: Session, whole: Weighing, raters: Sequence[RaterSeverity],
    figures: Sequence[AgencyFigure],
) -> None:  # fmt: skip
    """Put a new estimate in the place of the period's earlier one."""
    for table in (RaterSeverity, AgencyFigure, Weighing):
        session.exec(delete(table).where(col(table.period_id) == whole.period_id))
    rows: list[tuple[Any, list[dict[str, Any]]]] = [
        (Weighing, [whole.model_dump()]),
        (RaterSeverity, [one.model_dump() for one in raters]),
        (AgencyFigure, [one.model_dump() for one in figures]),
    ]
    for table, values in rows:
        if values:
            session.connection().execute(insert(table), values)


def of_raters(
    session: Session, period_id: int, rater_ids: Collection[int]
) -> Mapping[int, RaterSeverity]:
    """What is known of these raters."""
    found = select(RaterSeverity).where(
        RaterSeverity.period_id == period_id, col(RaterSeverity.rater_id).in_(rater_ids)
    )
    return {row.rater_id: row for row in session.exec(found)}


def raters(session: Session, period_id: int) -> Sequence[RaterSeverity]:
    """Everybody of a period."""
    found = select(RaterSeverity).where(and_(col(RaterSeverity.period_id) == period_id))
    return session.exec(found).all()


def figures(session: Session, period_id: int) -> Mapping[str, AgencyFigure]:
    """The agency's figures of a period, by name."""
    found = select(AgencyFigure).where(AgencyFigure.period_id == period_id)
    return {row.name: row for row in session.exec(found)}
