"""A correction before its second person: what it would change, and who may decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings import files
from bot.actions.trainings.corrected import after_of, before_of, hands_of, sent_of
from bot.actions.trainings.ending import is_own
from bot.rules.certificates import CertificateKind
from bot.rules.corrections import bar
from bot.rules.stamps import stamp
from bot.rules.trainings.correcting import Outcome
from bot.rules.trainings.course import State
from bot.texts import words
from bot.texts.trainings import ruling
from storage import certificates, employees
from storage.certificates import VALID
from storage.trainings import corrections, request, training
from storage.trainings.corrections import DRAFT, WAITING, TrainingCorrection
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction before its second person; `refusal` is what I am about to answer.

    `certifies`: True, a certificate is issued with it; False, one is revoked; None, neither.
    """

    row: TrainingCorrection
    course: Training
    name: str
    post: str
    noter: str
    asker: str
    asked_at: datetime | None
    decider: str
    before: Outcome
    after: Outcome
    certifies: bool | None
    files: Sequence[tuple[LearningProof, bytes | None]]
    may_decide: bool
    refusal: str
    seen: str
    refusal_seen: str


def card(session: Session, me: Me, correction_id: int) -> Ruling:
    """One that was handed over."""
    row, asked = _about(session, me, correction_id)
    return _card(session, me, row, asked)


def _about(
    session: Session, me: Me, correction_id: int, *, hold: bool = False
) -> tuple[TrainingCorrection, TrainingRequest]:
    row = corrections.get(session, correction_id, hold=hold)
    asked = request.get(session, row.request_id) if row else None
    rights.demand(session, me, "trainings.correct", about=asked.employee_id if asked else 0)
    if row is None or asked is None or row.state == DRAFT:
        raise Refused(words.not_available(), "no_correction")
    return row, asked


def _card(session: Session, me: Me, row: TrainingCorrection, asked: TrainingRequest) -> Ruling:
    hands = (asked.employee_id, row.asked_by, row.was_by or 0, row.decided_by or 0)
    people = employees.many(session, hands)
    named = {number: one.name for number, one in people.items()}
    course, waits = training.get(session, asked.training_id), row.state == WAITING
    assert course is not None
    learned = sent_of(session, asked) if waits else None
    refusal = (row.answer or "") if waits and row.answer_by == me.employee_id else ""
    return Ruling(
        row=row,
        course=course,
        name=named[asked.employee_id],
        post=people[asked.employee_id].post,
        noter=named.get(row.was_by or 0, ""),
        asker=named[row.asked_by],
        asked_at=row.asked_at.astimezone(me.zone) if row.asked_at else None,
        decider=named.get(row.decided_by or 0, ""),
        before=before_of(row),
        after=after_of(row),
        certifies=_certifies(session, row, asked, course) if waits else None,
        files=files.shown(session, learned.id or 0) if learned else (),
        may_decide=waits and not _is_barred(session, me, row, asked),
        refusal=refusal,
        seen=stamp(row.reason),
        refusal_seen=stamp(refusal),
    )


def _certifies(
    session: Session, row: TrainingCorrection, asked: TrainingRequest, course: Training
) -> bool | None:
    if row.result == State.PASSED:
        return True if row.was_result != State.PASSED and is_own(session, course) else None
    paper = certificates.of_object(session, CertificateKind.TRAINING, asked.id or 0)
    return False if paper is not None and paper.state == VALID else None


def _is_barred(session: Session, me: Me, row: TrainingCorrection, asked: TrainingRequest) -> bool:
    """Neither whose result it is, nor who asks, nor anybody with a hand in it so far decides."""
    hands = hands_of(session, asked, before_of(row), after_of(row))
    return bar(me.employee_id, asked.employee_id, hands, row.asked_by) is not None


def decidable(session: Session, me: Me, correction_id: int) -> Ruling:
    """The question why it is refused, and the last look before that."""
    return _card(session, me, *to_be_decided(session, me, correction_id))


def to_be_decided(
    session: Session, me: Me, correction_id: int
) -> tuple[TrainingCorrection, TrainingRequest]:
    """A correction that waits and is mine to decide. Raises Refused."""
    row, asked = _about(session, me, correction_id, hold=True)
    if row.state != WAITING:
        raise Refused(ruling.decided(), "decided")
    if _is_barred(session, me, row, asked):
        raise Refused(ruling.another(), "same_person")
    return row, asked
