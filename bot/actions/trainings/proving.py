"""Proof of a course: files of whoever took part, which its host or HR confirms or returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings import files
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.letters import tell
from bot.actions.trainings.running import mine_to_run
from bot.rules.trainings.course import State
from bot.rules.trainings.hours import PART
from bot.screens import Went, place
from bot.texts import words
from bot.texts.trainings import proving as texts
from storage import audit, employees
from storage.trainings import learning, proofs, request, running, training
from storage.trainings.learning import DRAFT, WAITING, Learning
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest

SOURCE = "training"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a participant sent, before whoever confirms it."""

    request_id: int
    name: str
    course: str
    files: Sequence[tuple[LearningProof, bytes | None]]


def proof_of(
    session: Session, row: TrainingRequest
) -> tuple[Learning | None, Sequence[LearningProof]]:
    """What this participant sent, or is about to send, with its files."""
    found = learning.of_event(session, SOURCE, row.id or 0, row.employee_id)
    return found, proofs.of(session, found.id or 0) if found else ()


def prove(session: Session, me: Me, request_id: int) -> Went:
    """Begin to send proof of a course that I attended."""
    row = request.get(session, request_id)
    rights.demand(session, me, "trainings.review", about=row.employee_id if row else 0)
    if row is None or row.state != State.PRESENT:
        raise Refused(texts.not_now(), "not_present")
    course = training.get(session, row.training_id)
    assert course is not None
    learning.credit(
        session,
        Learning(
            employee_id=me.employee_id, source=SOURCE, object_id=request_id, title=course.name,
            minutes=course.minutes, part=PART[course.way], way=course.way,
            ended_on=course.ends_on, state=DRAFT, written_at=me.now,
        ),
    )  # fmt: skip
    mine, _ = proof_of(session, row)
    assert mine is not None
    return Went(place("trainings.files", mine.id or 0))


def hand_in(session: Session, me: Me, learning_id: int) -> Went:
    """Hand the proof of a course in."""
    row = files.mine(session, me, learning_id)
    asked = request.get(session, row.object_id) if row.source == SOURCE else None
    if asked is None or asked.state != State.PRESENT:
        raise Refused(texts.not_now(), "not_present")
    files.demand_ready(session, learning_id)
    moved = {"written_at": me.now, "answer": None}
    if not learning.move(session, learning_id, [DRAFT], WAITING, **moved):
        raise Refused(texts.handed_in_already(), "handed_in")
    _record(session, me, row, "prove", {"files": files.mark_of(session, learning_id)})
    host = running.host_of(session, asked.training_id)
    if host is not None:
        tell(session, "proved", asked.id or 0, host.host_id, me.now, opens="trainings.participant")
    return Went(place("trainings.request", row.object_id), texts.handed_in())


def proof(session: Session, me: Me, request_id: int) -> Proof:
    """The files that wait to be confirmed."""
    row = request.get(session, request_id)
    course = mine_to_run(session, me, row.training_id if row else 0)
    sent, _ = proof_of(session, row) if row else (None, ())
    if row is None or sent is None or sent.state != WAITING:
        raise Refused(words.not_available(), "no_proof")
    person = employees.get(session, row.employee_id)
    assert person is not None
    shown = files.shown(session, sent.id or 0)
    return Proof(request_id, person.name, course.name, shown)


def give_back(session: Session, me: Me, request_id: int, text: str) -> Went:
    """Return the proof with a reason; its owner may send another one."""
    at = proof(session, me, request_id)
    row = request.get(session, request_id)
    assert row is not None
    if row.employee_id == me.employee_id:
        raise Refused(words.not_available(), "own")
    sent, _ = proof_of(session, row)
    assert sent is not None
    said = sentence(text)
    if not learning.move(session, sent.id or 0, [WAITING], DRAFT, answer=said):
        raise Refused(words.changed_since(), "changed")
    _record(session, me, sent, "return", {})
    tell(session, "proof_back", request_id, row.employee_id, me.now, opens="trainings.request")
    return Went(place("trainings.participant", request_id), texts.returned(at.name))


def _record(session: Session, me: Me, row: Learning, verb: str, facts: dict[str, object]) -> None:
    about = f"learning/{row.id}"
    audit.record(session, me.now, me.employee_id, f"learning.{verb}", about, facts)
