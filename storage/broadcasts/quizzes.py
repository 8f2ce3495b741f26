"""Answers to a quiz: a try at a time by person, sums for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage.broadcasts.tables import BroadcastAnswer, BroadcastQuestion, BroadcastReader
from storage.upsert import insert_new


class Sums(NamedTuple):
    """Of how many it was asked, who finished it at least once, and who passed."""

    asked: int
    answered: int
    passed: int


class Asked(NamedTuple):
    """A question, how often it was answered in a first try, and how often rightly."""

    question_id: int
    answered: int
    right: int


def _mine(number: int, employee_id: int) -> tuple[Any, Any]:
    return (
        col(BroadcastReader.broadcast_id) == number,
        col(BroadcastReader.employee_id) == employee_id,
    )


def begin(session: Session, number: int, employee_id: int, tries: int) -> bool:
    """Begin the try after so many; False when that was done meanwhile."""
    still = (col(BroadcastReader.tries) == tries, col(BroadcastReader.finished) == tries)
    begun = update(BroadcastReader).where(*_mine(number, employee_id), *still)
    done = session.connection().execute(begun.values(tries=tries + 1)).rowcount == 1
    session.expire_all()
    return done


def answers(session: Session, number: int, employee_id: int, attempt: int) -> dict[int, int]:
    """What was chosen in a try, by question."""
    found = select_columns(col(BroadcastAnswer.question_id), col(BroadcastAnswer.choice)).where(
        col(BroadcastAnswer.broadcast_id) == number,
        col(BroadcastAnswer.employee_id) == employee_id,
        col(BroadcastAnswer.attempt) == attempt,
    )
    return {int(one): choice for one, choice in session.connection().execute(found)}


def answer(
    session: Session, number: int, employee_id: int, attempt: int, question_id: int, choice: int
) -> bool:
    """Once for each question of a try; whether it is new."""
    row = {
        "broadcast_id": number, "employee_id": employee_id, "attempt": attempt,
        "question_id": question_id, "choice": choice,
    }  # fmt: skip
    return insert_new(session, BroadcastAnswer, row)


def finish(
    session: Session, number: int, employee_id: int, attempt: int, best: int,
    passed_at: datetime | None,
) -> bool:  # fmt: skip
    """End a try with its result; False when it was ended before."""
    open_ = (col(BroadcastReader.tries) == attempt, col(BroadcastReader.finished) == attempt - 1)
    ended = update(BroadcastReader).where(*_mine(number, employee_id), *open_)
    values = {"finished": attempt, "best": best, "passed_at": passed_at}
    done = session.connection().execute(ended.values(**values)).rowcount == 1
    session.expire_all()
    return done


def sums(session: Session, number: int) -> Sums:
    found = select_columns(
        func.count().filter(col(BroadcastReader.letter_id).is_not(None)),
        func.count().filter(col(BroadcastReader.finished) > 0),
        func.count().filter(col(BroadcastReader.passed_at).is_not(None)),
    ).where(col(BroadcastReader.broadcast_id) == number)
    return Sums(*map(int, session.connection().execute(found).one()))


def by_question(session: Session, number: int) -> Sequence[Asked]:
    """First tries only: what people knew before they were told."""
    right = col(BroadcastAnswer.choice) == col(BroadcastQuestion.right)
    found = (
        select_columns(col(BroadcastQuestion.id), func.count(), func.count().filter(right))
        .join(BroadcastAnswer, col(BroadcastAnswer.question_id) == col(BroadcastQuestion.id))
        .where(col(BroadcastQuestion.broadcast_id) == number, col(BroadcastAnswer.attempt) == 1)
        .group_by(col(BroadcastQuestion.id))
        .order_by(col(BroadcastQuestion.id))
    )
    return [Asked(one or 0, *sums) for one, *sums in session.connection().execute(found)]
