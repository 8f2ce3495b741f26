"""Everything that was sent about people in a period, many of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import String, bindparam, cast, func, select
from sqlmodel import Session, col

from storage.appraisals import SENT, Appraisal, Rating
from storage.prepared import Prepared


class Form(NamedTuple):
    """A form that was sent; `levels` are written `adaptif:3 loyal:4`, in any order.

    `days` are those in office that it stands for, None when nobody shares them.
    """

    employee_id: int
    appraisal_id: int
    source: str
    days: int | None
    levels: str


# One row a form and not one a level: the rows are what costs.
_LEVELS = (
    select(func.aggregate_strings(col(Rating.indicator) + ":" + cast(Rating.level, String), " "))
    .where(col(Rating.appraisal_id) == col(Appraisal.id))
    .scalar_subquery()
)
_FORMS = Prepared(
    select(
        col(Appraisal.employee_id),
        col(Appraisal.id),
        col(Appraisal.source),
        col(Appraisal.days),
        func.coalesce(_LEVELS, ""),
    )
    .where(
        col(Appraisal.period_id) == bindparam("period"),
        col(Appraisal.employee_id) >= bindparam("first"),
        col(Appraisal.employee_id) <= bindparam("last"),
        col(Appraisal.state) == SENT,
    )
    .order_by(col(Appraisal.employee_id), col(Appraisal.id))
)


def about(session: Session, period_id: int, first: int, last: int) -> Sequence[Form]:
    """Forms of superiors and the evaluation team about the people with these numbers, sorted.

    Those without a level are not there.
    """
    found = _FORMS.all(session, period=period_id, first=first, last=last)
    return [Form(*row) for row in found if row[4]]
