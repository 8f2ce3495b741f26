"""Answers: added once, read as sums, set to count or not by a person's decision."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from bot.rules.surveys.elements import ELEMENTS
from storage.rounds import Round
from storage.surveys.suspicion import SurveyRecent
from storage.surveys.tables import Origin, Standing, SurveyAnswer
from storage.upsert import insert_new

SEALED = "surveys.day"
BITS = 53  # as a button and any reader of JSON can carry it


def add(session: Session, values: Mapping[str, Any]) -> int:
    """Keep an answer under a number that tells nothing of when it came; the number."""
    while True:
        number = secrets.randbits(BITS)
        if insert_new(session, SurveyAnswer, {"answer_id": number, **values}):
            return number


def get(session: Session, answer_id: int) -> SurveyAnswer | None:
    return session.get(SurveyAnswer, answer_id, populate_existing=True)


def counting(*, loose: bool) -> ColumnElement[bool]:
    """What enters an index. `loose`: also answers that were sent without a ticket."""
    counts = col(SurveyAnswer.standing) == Standing.COUNTS
    if loose:
        return counts
    brought = col(SurveyAnswer.origin).in_((Origin.PAPER, Origin.IMPORT))
    return and_(counts, or_(col(SurveyAnswer.ticketed), brought))


def remember(session: Session, answer_id: int, counter_id: int, slot: datetime) -> None:
    """Note for a day when an answer came, so that a flood can be seen."""
    session.add(SurveyRecent(answer_id=answer_id, counter_id=counter_id, slot=slot))
    session.flush()


def recent(session: Session, counter_id: int, since: datetime) -> Sequence[int]:
    """Answers of a counter from a slot on."""
    found = select(SurveyRecent.answer_id).where(
        SurveyRecent.counter_id == counter_id, col(SurveyRecent.slot) >= since
    )
    return session.exec(found).all()


def alike(session: Session, counter_id: int, since: datetime, like: int) -> Sequence[int]:
    """Those of them that are the same in all elements as that answer, itself among them."""
    first = get(session, like)
    assert first is not None
    found = (
        select(SurveyRecent.answer_id)
        .join(SurveyAnswer, col(SurveyAnswer.answer_id) == col(SurveyRecent.answer_id))
        .where(SurveyRecent.counter_id == counter_id, col(SurveyRecent.slot) >= since)
        .where(
            *(getattr(SurveyAnswer, one.value) == getattr(first, one.value) for one in ELEMENTS)
        )
    )
    return session.exec(found).all()


def forget_recent(session: Session, before: datetime) -> int:
    gone = session.connection().execute(
        delete(SurveyRecent).where(col(SurveyRecent.slot) < before)
    )
    return gone.rowcount


def count_of(session: Session, counter_id: int, since: date) -> dict[tuple[bool, str], int]:
    """How many answers a counter got since that day, by whether with a ticket, and standing."""
    columns: list[Any] = [col(SurveyAnswer.ticketed), col(SurveyAnswer.standing)]
    found = (
        select_columns(*columns, func.count())
        .where(col(SurveyAnswer.counter_id) == counter_id, col(SurveyAnswer.answered_on) >= since)
        .group_by(*columns)
    )
    return {(row[0], row[1]): row[2] for row in session.connection().execute(found)}


def of_day(session: Session, day: date) -> Sequence[tuple[Any, ...]]:
    """All answers of a day by number, as they are sealed."""
    columns: list[Any] = [
        col(SurveyAnswer.answer_id), col(SurveyAnswer.unit_id), col(SurveyAnswer.service_id),
        col(SurveyAnswer.counter_id), col(SurveyAnswer.origin), col(SurveyAnswer.ticketed),
        *(col(getattr(SurveyAnswer, one.value)) for one in ELEMENTS),
    ]  # fmt: skip
    found = select_columns(*columns).where(col(SurveyAnswer.answered_on) == day)
    ordered = found.order_by(col(SurveyAnswer.answer_id))
    return [tuple(row) for row in session.connection().execute(ordered)]


def unsealed(session: Session, before: date) -> Sequence[date]:
    """Days before that one which have answers and no seal."""
    sealed = select(col(Round.day)).where(Round.name == SEALED)
    found = (
        select(col(SurveyAnswer.answered_on))
        .where(SurveyAnswer.answered_on < before, col(SurveyAnswer.answered_on).not_in(sealed))
        .distinct()
    )
    return session.exec(found).all()
