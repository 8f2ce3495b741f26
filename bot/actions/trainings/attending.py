"""Who came, who did not, who was excused: noted by the host or HR, never about oneself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import record
from bot.actions.trainings.corrected import Corrected, corrected, is_noted
from bot.actions.trainings.letters import tell
from bot.actions.trainings.proving import proof_of
from bot.actions.trainings.running import mine_to_run
from bot.rules.stamps import stamp, still
from bot.rules.trainings.course import NOTABLE, NOTED, State
from bot.screens import Went, place
from bot.texts import words
from bot.texts.trainings import running as texts
from storage import duties, employees, units
from storage.duties import DutyKind
from storage.trainings import corrections, request
from storage.trainings.corrections import TrainingCorrection
from storage.trainings.learning import WAITING, Learning
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.training import OPEN, Training

REVIEW_DAYS = 14


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant before the host; `proof` is what was sent and waits to be confirmed.

    `asked` is a correction that waits for its second person (`asks`: I asked it), `corrected`
    are those that took effect.
    """

    row: TrainingRequest
    course: Training
    name: str
    post: str
    unit: str
    proof: Learning | None
    files: Sequence[LearningProof]
    may_note: bool
    may_end: bool
    may_correct: bool
    asked: TrainingCorrection | None
    asker: str
    asks: bool
    corrected: Sequence[Corrected]
    seen: str


def participant(session: Session, me: Me, request_id: int) -> Participant:
    """One who has a seat, or had."""
    row = request.get(session, request_id)
    course = mine_to_run(session, me, row.training_id if row else 0)
    person = employees.get(session, row.employee_id) if row else None
    if row is None or person is None or row.seated_at is None:
        raise Refused(words.not_available(), "no_seat")
    rights.seen(session, me, "trainings.run", [row.employee_id])
    mine = row.employee_id == me.employee_id
    begun = course.state == OPEN and me.today >= course.begins_on
    proof, files = proof_of(session, row)
    asked = corrections.waiting_for(session, request_id)
    asker = employees.get(session, asked.asked_by) if asked else None
    return Participant(
        row=row,
        course=course,
        name=person.name,
        post=person.post,
        unit=units.names(session, [person.unit_id])[person.unit_id],
        proof=proof if proof and proof.state == WAITING else None,
        files=files,
        may_note=begun and not mine and row.state in NOTABLE and row.ended_at is None,
        may_end=begun and not mine and row.state == State.PRESENT and me.today >= course.ends_on,
        may_correct=not mine and is_noted(row) and asked is None,
        asked=asked,
        asker=asker.name if asker else "",
        asks=asked is not None and asked.asked_by == me.employee_id,
        corrected=corrected(session, me, request_id),
        seen=stamp(row.state, row.score, *(one.sha256 for one in files)),
    )


def note(session: Session, me: Me, request_id: int, state: str, seen: str = "") -> Went:
    """Note it, or correct it while there is no result."""
    at = participant(session, me, request_id)
    here = place("trainings.participant", request_id)
    if not at.may_note or state not in set(NOTED):
        raise Refused(texts.not_now(), "not_now")
    if not still(seen, at.row.state, at.row.score, *(one.sha256 for one in at.files)):
        return Went(here, words.changed_since())
    _note(session, me, at.row, State(state))
    return Went(place("trainings.run", at.row.training_id, 0), texts.noted(at.name))


def note_rest(session: Session, me: Me, training_id: int) -> Went:
    """Everybody of whom nothing is noted was there; my own attendance is another's to note."""
    course = mine_to_run(session, me, training_id)
    if course.state != OPEN or me.today < course.begins_on:
        raise Refused(texts.not_now(), "not_now")
    count = 0
    for row in request.of_training(session, training_id, [State.SEATED]):
        if row.employee_id != me.employee_id:
            _note(session, me, row, State.PRESENT)
            count += 1
    return Went(place("trainings.run", training_id, 0), texts.rest_noted(count))


def _note(session: Session, me: Me, row: TrainingRequest, state: State) -> None:
    number = row.id or 0
    said = {"attended_by": me.employee_id, "attended_at": me.now}
    if row.state == state:
        return
    if not request.move(session, number, NOTABLE, state, **said):
        raise Refused(texts.not_now(), "not_now")
    facts = {"training": row.training_id, "state": state.value}
    record(session, me, "note", number, facts)
    if state is State.PRESENT:
        ask_review(session, me, row)
    else:
        duties.withdraw(session, DutyKind.REVIEW_TRAINING, me.now, 0, object_id=number)


def ask_review(session: Session, me: Me, row: TrainingRequest) -> None:
    """Whoever was there owes a word on it, and is told so once."""
    if row.rated:
        return
    number = row.id or 0
    due = me.today + timedelta(REVIEW_DAYS)
    duties.owe_anew(
        session, DutyKind.REVIEW_TRAINING, row.employee_id, me.today, due,
        about_id=row.employee_id, object_id=number,
    )  # fmt: skip
    tell(session, "review", number, row.employee_id, me.now, opens="trainings.request", turn="1")
