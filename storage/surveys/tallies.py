"""Answers as sums by service: one statement, however many answers and services there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce
from operator import add
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select
from sqlmodel import Session, col

from bot.rules.surveys.elements import ELEMENTS
from bot.rules.surveys.tallies import Tally
from storage.surveys.answers import counting
from storage.surveys.tables import Standing, SurveyAnswer, SurveyService

Days = tuple[date, date]
"""The first day and the last."""
_ASKED: list[Any] = [col(getattr(SurveyAnswer, one.value)) for one in ELEMENTS]
_OWN = reduce(add, _ASKED)


class Summed(NamedTuple):
    """What was answered about a service of a unit in the `slot`th of the spans asked for."""

    slot: int
    unit_id: int
    service_id: int
    kind: str
    tally: Tally


def of_spans(
    session: Session, spans: Sequence[Days], *, loose: bool, units: Collection[int]
) -> list[Tally]:
    """The sums of all answers about these units that count, span by span."""
    # One statement a span: grouped by span, a database would sort every answer first.
    found = select(
        func.count(), *(func.coalesce(func.sum(one), 0) for one in (_OWN * _OWN, *_ASKED))
    ).where(counting(loose=loose), col(SurveyAnswer.unit_id).in_(units))
    day, connection = col(SurveyAnswer.answered_on), session.connection()
    summed = []
    for first, last in spans:
        row = connection.execute(found.where(day >= first, day <= last)).one()
        count, squares, *sums = map(int, row)
        summed.append(Tally(count, tuple(sums), squares))
    return summed


def of_services(
    session: Session,
    spans: Sequence[Days],
    *,
    loose: bool,
    units: Collection[int] | None = None,
    kind: str | None = None,
) -> list[Summed]:
    """The sums of every service with answers that count, in spans that do not overlap.

    `units`: theirs only; `kind`: of services of this kind only.
    """
    if not spans or (units is not None and not units):
        return []
    day = col(SurveyAnswer.answered_on)
    inside = [and_(day >= first, day <= last) for first, last in spans]
    slot: Any = case(*((one, number) for number, one in enumerate(inside)), else_=-1)
    columns: list[Any] = [
        slot.label("slot"), col(SurveyAnswer.unit_id), col(SurveyAnswer.service_id),
        col(SurveyService.kind),
    ]  # fmt: skip
    found = (
        select(*columns, func.count(), func.sum(_OWN * _OWN), *(func.sum(one) for one in _ASKED))
        .join(SurveyService, col(SurveyService.id) == col(SurveyAnswer.service_id))
        .where(or_(*inside), counting(loose=loose))
        .group_by(*columns)
        .order_by(*columns[1:3])
    )
    if units is not None:
        found = found.where(col(SurveyAnswer.unit_id).in_(units))
    if kind is not None:
        found = found.where(col(SurveyService.kind) == kind)
    return [
        Summed(
            row[0], row[1], row[2], row[3], Tally(row[4], tuple(map(int, row[6:])), int(row[5]))
        )
        for row in session.connection().execute(found)
    ]


def held(session: Session, first: date, last: date, units: Collection[int]) -> int:
    """How many answers of these units wait for somebody to say whether they count."""
    found = select(func.count()).where(
        col(SurveyAnswer.standing) == Standing.HELD,
        col(SurveyAnswer.answered_on) >= first,
        col(SurveyAnswer.answered_on) <= last,
        col(SurveyAnswer.unit_id).in_(units),
    )
    return int(session.connection().execute(found).scalar_one())
