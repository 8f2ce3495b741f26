"""The second person's word on a correction: it takes effect, or the result stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings import files
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.attending import participant
from bot.actions.trainings.corrected import (
    after_of,
    before_of,
    hands_of,
    outcome_of,
    sent_of,
)
from bot.actions.trainings.ending import is_own
from bot.actions.trainings.letters import tell
from bot.actions.trainings.restoring import put_right
from bot.rules.certificates import CertificateKind
from bot.rules.corrections import bar
from bot.rules.stamps import stamp, still
from bot.rules.trainings.correcting import Outcome
from bot.rules.trainings.course import State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import correcting as texts
from storage import audit, certificates, duties, employees
from storage.certificates import VALID
from storage.duties import DutyKind
from storage.trainings import corrections, request, training
from storage.trainings.corrections import (
    CONFIRMED,
    DRAFT,
    REFUSED,
    WAITING,
    WITHDRAWN,
    TrainingCorrection,
)
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

VERBS = {CONFIRMED: "confirm", REFUSED: "refuse", WITHDRAWN: "withdraw"}


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
    session: Session, me: Me, correction_id: int
) -> tuple[TrainingCorrection, TrainingRequest]:
    row = corrections.get(session, correction_id)
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
    return _card(session, me, *_decidable(session, me, correction_id))


def _decidable(
    session: Session, me: Me, correction_id: int
) -> tuple[TrainingCorrection, TrainingRequest]:
    row, asked = _about(session, me, correction_id)
    if row.state != WAITING:
        raise Refused(texts.decided(), "decided")
    if _is_barred(session, me, row, asked):
        raise Refused(texts.another(), "same_person")
    return row, asked


def confirm(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Put it right for the reason I have `seen`; hours and certificate follow, and whose result
    it is reads what was changed and why. Raises ProofWanted.
    """
    row, asked = _decidable(session, me, correction_id)
    here = place("trainings.correction", correction_id)
    if not still(seen, row.reason) or outcome_of(session, asked) != before_of(row):
        return Went(here, words.changed_since())
    demand_proof(session, me)
    end(session, me, row, asked, CONFIRMED)
    put_right(session, me, asked, row)
    return Went(here, texts.confirmed())


def write_refusal(session: Session, me: Me, correction_id: int, text: str) -> Place:
    """Keep why I am about to refuse it."""
    _decidable(session, me, correction_id)
    corrections.draft_answer(session, correction_id, me.employee_id, sentence(text))
    return place("trainings.refusing_correction", correction_id)


def refuse(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """The result stays as it was, for the reason I have `seen`. Raises ProofWanted."""
    row, asked = _decidable(session, me, correction_id)
    if row.answer_by != me.employee_id or not row.answer:
        raise Refused(texts.reason_wanted(), "without_reason")
    if not still(seen, row.answer):
        return Went(place("trainings.refusing_correction", correction_id), words.changed_since())
    demand_proof(session, me)
    end(session, me, row, asked, REFUSED, row.answer)
    return Went(place("trainings.correction", correction_id), texts.refused())


def withdraw(session: Session, me: Me, request_id: int) -> Went:
    """Take back what I asked while nobody has decided."""
    at = participant(session, me, request_id)
    row = corrections.waiting_for(session, request_id)
    if row is None or row.asked_by != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    end(session, me, row, at.row, WITHDRAWN)
    return Went(place("trainings.participant", request_id), texts.withdrawn())


def end(
    session: Session, me: Me, row: TrainingCorrection, asked: TrainingRequest, state: str,
    answer: str | None = None,
) -> None:  # fmt: skip
    """End its waiting, once; whoever asked is told unless it was they. Raises Refused."""
    number, verb = row.id or 0, VERBS[state]
    if not corrections.decide(session, number, state, me.employee_id, me.now, answer):
        raise Refused(texts.decided(), "decided")
    about, facts = f"trainingcorrection/{number}", {"request": row.request_id}
    audit.record(session, me.now, me.employee_id, f"trainings.{verb}_correction", about, facts)
    those = {"about_id": asked.employee_id, "object_id": number}
    duties.done(session, DutyKind.CONFIRM_TRAINING, me.now, **those)
    if row.asked_by != me.employee_id:
        tell(
            session, "correction_decided", row.request_id, row.asked_by, me.now,
            opens="trainings.participant", turn=str(number),
        )  # fmt: skip
