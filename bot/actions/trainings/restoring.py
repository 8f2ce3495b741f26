"""What follows a correction that two people agreed on: result, attendance, hours, certificate."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import certificates
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import record
from bot.actions.trainings.attending import ask_review
from bot.actions.trainings.corrected import SOURCE, after_of, before_of
from bot.actions.trainings.ending import ground_of, is_own
from bot.actions.trainings.hours import credit_anew, strike
from bot.actions.trainings.letters import tell
from bot.rules.certificates import CertificateKind
from bot.rules.trainings.correcting import Outcome
from bot.rules.trainings.course import State
from bot.texts import words
from storage import certificates as papers
from storage import duties
from storage.duties import DutyKind
from storage.trainings import request, training
from storage.trainings.corrections import TrainingCorrection
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training


def put_right(session: Session, me: Me, row: TrainingRequest, asked: TrainingCorrection) -> None:
    """The corrected result stands from now on; whose it is reads what was changed and why."""
    number, before, after = row.id or 0, before_of(asked), after_of(asked)
    course = training.get(session, row.training_id)
    assert course is not None
    said = {"score": after.score, "ended_by": me.employee_id, "ended_at": me.now}
    if before.attended is not after.attended:
        said |= {"attended_by": me.employee_id, "attended_at": me.now}
        facts = {"training": row.training_id, "state": after.attended.value}
        record(session, me, "note", number, facts)
    if not request.move(session, number, [before.state], after.state, **said):
        raise Refused(words.changed_since(), "changed")
    told = {"training": row.training_id, "state": after.state.value, "score": after.score}
    record(session, me, "correct", number, told)
    _count(session, me, row, course, after)
    if before.state is not after.state:
        _certify(session, me, row, course, asked.reason, passed=after.state is State.PASSED)
    if before.attended is not after.attended:
        _review(session, me, row, after)
    tell(
        session, "corrected", number, row.employee_id, me.now, opens="trainings.request",
        turn=str(asked.id),
    )  # fmt: skip


def _count(
    session: Session, me: Me, row: TrainingRequest, course: Training, after: Outcome
) -> None:
    """The ledger says what the result says."""
    event = (SOURCE, row.id or 0, row.employee_id)
    if after.state is not State.PASSED:
        strike(session, *event, me.now, me.employee_id)
        return
    credit_anew(
        session, *event, title=course.name, minutes=after.minutes, way=course.way,
        ended_on=course.ends_on, now=me.now, by=me.employee_id,
    )  # fmt: skip


def _certify(
    session: Session, me: Me, row: TrainingRequest, course: Training, reason: str, *, passed: bool
) -> None:
    """An own course of the office is certified where it was completed, and nowhere else."""
    if passed:
        if is_own(session, course):
            ground = ground_of(row, course, me.employee_id, me.today)
            certificates.issue_anew(session, ground, me.employee_id, me.now)
        return
    paper = papers.of_object(session, CertificateKind.TRAINING, row.id or 0)
    if paper is not None:
        certificates.take_back(session, paper, reason, me.employee_id, me.now)


def _review(session: Session, me: Me, row: TrainingRequest, after: Outcome) -> None:
    """Only who was there is asked how useful it was."""
    if after.attended is State.PRESENT:
        ask_review(session, me, row)
    else:
        duties.withdraw(session, DutyKind.REVIEW_TRAINING, me.now, 0, object_id=row.id)
