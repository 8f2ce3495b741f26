"""Everything that was sent about people in a period, many of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from storage.appraisals import SENT, Appraisal, Rating
from storage.prepared import Prepared


class Given(NamedTuple):
    """One level; `days` are those in office that it stands for, None when nobody shares them."""

    employee_id: int
    source: str
    appraisal_id: int
    days: int | None
    indicator: str
    level: int


_GIVEN = Prepared(
    select(
        col(Appraisal.employee_id),
        col(Appraisal.source),
        col(Appraisal.id),
        col(Appraisal.days),
        col(Rating.indicator),
        col(Rating.level),
    )
    .join(Rating, col(Rating.appraisal_id) == col(Appraisal.id))
    .where(
        col(Appraisal.period_id) == bindparam("period"),
        col(Appraisal.employee_id) >= bindparam("first"),
        col(Appraisal.employee_id) <= bindparam("last"),
        col(Appraisal.state) == SENT,
    )
    .order_by(col(Appraisal.employee_id), col(Appraisal.id), col(Rating.indicator))
)


def about(session: Session, period_id: int, first: int, last: int) -> Sequence[Given]:
    """Levels of superiors and the evaluation team about the people with these numbers, sorted."""
    found = _GIVEN.all(session, period=period_id, first=first, last=last)
    return [Given(*row) for row in found]
