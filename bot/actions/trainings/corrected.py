"""What is on record of a participant, and everything that was put right of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.rules.trainings.correcting import CORRECTABLE, Outcome
from bot.rules.trainings.course import State
from storage import employees
from storage.trainings import corrections, learning
from storage.trainings.corrections import TrainingCorrection
from storage.trainings.learning import CONFIRMED, Learning
from storage.trainings.request import TrainingRequest

SOURCE = "training"


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction that took effect: what stood there, what stands there since, and by whom."""

    before: Outcome
    after: Outcome
    reason: str
    asker: str
    decider: str
    day: date


def outcome_of(session: Session, row: TrainingRequest) -> Outcome:
    """What is on record now."""
    learned = sent_of(session, row)
    counts = learned is not None and learned.state == CONFIRMED
    return Outcome(State(row.state), row.score, learned.minutes if learned and counts else 0)


def sent_of(session: Session, row: TrainingRequest) -> Learning | None:
    """Its line of the ledger, with the proof, whether it counts or not."""
    return learning.of_event(session, SOURCE, row.id or 0, row.employee_id)


def is_noted(row: TrainingRequest) -> bool:
    """Whether a result stands: from then on only two people change it."""
    return row.ended_at is not None and row.state in CORRECTABLE


def hands_of(
    session: Session, row: TrainingRequest, before: Outcome, after: Outcome
) -> frozenset[int]:
    """Who noted or put right what is to be changed, and whoever asked for that: none decides.

    Who noted the attendance alone is one of them where that changes.
    """
    hands = {row.ended_by}
    if before.attended is not after.attended:
        hands.add(row.attended_by)
    for one in corrections.confirmed_of(session, row.id or 0):
        hands |= {one.was_by, one.asked_by, one.decided_by}
    return frozenset(number for number in hands if number)


def before_of(row: TrainingCorrection) -> Outcome:
    return Outcome(State(row.was_result), row.was_score, row.was_minutes)


def after_of(row: TrainingCorrection) -> Outcome:
    return Outcome(State(row.result), row.score, row.minutes)


def corrected(session: Session, me: Me, request_id: int) -> Sequence[Corrected]:
    """Everything that was put right of a result, newest first."""
    rows = corrections.confirmed_of(session, request_id)
    people = employees.many(session, [n for r in rows for n in (r.asked_by, r.decided_by or 0)])
    return [
        Corrected(
            before_of(row), after_of(row), row.reason, people[row.asked_by].name,
            people[row.decided_by or 0].name, _day(row.decided_at, me),
        )
        for row in rows
    ]  # fmt: skip


def _day(at: datetime | None, me: Me) -> date:
    assert at is not None
    return at.astimezone(me.zone).date()
