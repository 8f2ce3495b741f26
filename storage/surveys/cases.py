"""What is suspected of answers, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, literal, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST
from storage.surveys.suspicion import CaseState, Reason, SurveyCase, SurveySuspect
from storage.surveys.tables import Standing, SurveyAnswer, SurveyCounter, SurveyService
from storage.upsert import insert_new, insert_new_many


def open_one(session: Session, counter_id: int, day: date, reason: Reason) -> tuple[int, bool]:
    """The open case of this kind, made if there is none; its number and whether it is new.

    Nobody decides it until this transaction ends.
    """
    values = {
        "counter_id": counter_id, "happened_on": day, "reason": reason.value,
        "state": CaseState.OPEN.value, "decided_by": None, "decided_at": None, "why": "",
    }  # fmt: skip
    found = (
        select(SurveyCase.id)
        .where(SurveyCase.counter_id == counter_id, SurveyCase.happened_on == day)
        .where(SurveyCase.reason == reason, SurveyCase.state == CaseState.OPEN)
        .with_for_update()
    )
    while True:
        new = insert_new(session, SurveyCase, values)
        number = session.exec(found).first()
        if number is not None:
            return number, new


def decided(session: Session, reason: Reason, answer_ids: Collection[int]) -> frozenset[int]:
    """Those of these answers about which a case of this kind was decided."""
    found = (
        select(SurveySuspect.answer_id)
        .join(SurveyCase, col(SurveyCase.id) == col(SurveySuspect.case_id))
        .where(col(SurveySuspect.answer_id).in_(answer_ids))
        .where(SurveyCase.reason == reason, SurveyCase.state != CaseState.OPEN)
    )
    return frozenset(session.exec(found))


def suspect(session: Session, case_id: int, answer_ids: Collection[int]) -> int:
    """Put answers under a case, where each waits for its decision; how many are new to it."""
    rows = [{"case_id": case_id, "answer_id": one} for one in answer_ids]
    new = insert_new_many(session, SurveySuspect, rows)
    settle(session, answer_ids)
    return new


def settle(session: Session, answer_ids: Collection[int]) -> None:
    """Let these answers stand as their cases say: out by any, held by any open one."""
    for standing in Standing:
        session.connection().execute(
            update(SurveyAnswer)
            .where(col(SurveyAnswer.answer_id).in_(answer_ids), _stands(standing))
            .values(standing=standing.value)
        )


def _stands(standing: Standing) -> ColumnElement[bool]:
    out, held = _any(CaseState.OUT), _any(CaseState.OPEN)
    if standing is Standing.OUT:
        return out
    return ~out & held if standing is Standing.HELD else ~out & ~held


def _any(state: CaseState) -> ColumnElement[bool]:
    return (
        select_columns(literal(1))
        .select_from(SurveySuspect)
        .join(SurveyCase, col(SurveyCase.id) == col(SurveySuspect.case_id))
        .where(
            col(SurveySuspect.answer_id) == col(SurveyAnswer.answer_id),
            col(SurveyCase.state) == state,
        )
        .correlate(SurveyAnswer)
        .exists()
    )


def get(session: Session, case_id: int) -> SurveyCase | None:
    return session.get(SurveyCase, case_id, populate_existing=True)


def decide(session: Session, case_id: int, **values: Any) -> bool:
    """Decide an open case; False when somebody has."""
    this = (col(SurveyCase.id) == case_id, col(SurveyCase.state) == CaseState.OPEN)
    return session.exec(update(SurveyCase).where(*this).values(**values)).rowcount == 1


def answers_of(session: Session, case_id: int) -> Sequence[int]:
    found = select(SurveySuspect.answer_id).where(SurveySuspect.case_id == case_id)
    return session.exec(found).all()


def waiting(
    session: Session, units: Collection[int] | None, skip: int, limit: int
) -> Sequence[tuple[SurveyCase, str, str, int]]:
    """Open cases, oldest first: with counter, service, and how many answers each is about."""
    counted = (
        select_columns(func.count())
        .where(col(SurveySuspect.case_id) == col(SurveyCase.id))
        .scalar_subquery()
    )
    found = (
        select(SurveyCase, SurveyCounter.name, SurveyService.name, counted)
        .join(SurveyCounter, col(SurveyCounter.id) == col(SurveyCase.counter_id))
        .join(SurveyService, col(SurveyService.id) == col(SurveyCounter.service_id))
        .where(SurveyCase.state == CaseState.OPEN, *_within(units))
    )
    rows = session.exec(found.order_by(col(SurveyCase.id)).offset(skip).limit(limit))
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def count_waiting(session: Session, units: Collection[int] | None) -> int:
    found = (
        select(func.count())
        .select_from(SurveyCase)
        .join(SurveyCounter, col(SurveyCounter.id) == col(SurveyCase.counter_id))
        .join(SurveyService, col(SurveyService.id) == col(SurveyCounter.service_id))
        .where(SurveyCase.state == CaseState.OPEN, *_within(units))
    )
    return session.exec(found).one()


def _within(units: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if units is None else [col(SurveyService.unit_id).in_(units)]


def figures(session: Session, case_id: int) -> tuple[int, int, Sequence[int]]:
    """Of a case's answers: how many, with a ticket, and how often each of 1 to 4 was given."""
    of_it = col(SurveyAnswer.answer_id) == col(SurveySuspect.answer_id)
    elements: list[Any] = [col(getattr(SurveyAnswer, one.value)) for one in ELEMENTS]
    found = (
        select_columns(col(SurveyAnswer.ticketed), *elements)
        .join(SurveySuspect, of_it)
        .where(col(SurveySuspect.case_id) == case_id)
    )
    rows = [tuple(row) for row in session.connection().execute(found)]
    given = [mark for row in rows for mark in row[1:]]
    marks = [given.count(mark) for mark in range(LOWEST, HIGHEST + 1)]
    return len(rows), sum(bool(row[0]) for row in rows), marks
