"""An application as those see it whom it concerns, with everything its decision rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.catalogue import free_seats
from bot.actions.trainings.corrected import Corrected, corrected, is_noted
from bot.actions.trainings.hours import Ledger, ledger
from bot.actions.trainings.needs import Found, indicator_names, needs_of
from bot.actions.trainings.proving import proof_of
from bot.rules.certificates import CertificateKind, numbered
from bot.rules.stamps import stamp
from bot.rules.trainings.course import LIVING, State
from bot.texts import words
from storage import certificates, employees
from storage.certificates import VALID
from storage.trainings import allocation, request, running, training
from storage.trainings.learning import Learning
from storage.trainings.request import TrainingRequest
from storage.trainings.running import CourseChange
from storage.trainings.training import Training


@dataclass(frozen=True, slots=True)
class Card:
    """An application with everything its decision rests on; `may_…` are about me, now.

    `place_in_queue` counts from 1 on the waiting list; `cause` says why there was no seat, empty
    where HR decided so, None where it was not divided; `taken` is HR's reason. `refusal` is what I
    am about to answer.
    `proof` is what its owner sent, or is about to; `certificate` a number; `change` what became
    of the course last; `corrected` what was put right of its result, newest first.
    """

    row: TrainingRequest
    course: Training
    free: int
    name: str
    found: Found
    names: Mapping[str, str]
    ledger: Ledger
    warns: bool
    superior: str
    place_in_queue: int
    cause: str | None
    taken: str
    proof: Learning | None
    certificate: str
    change: CourseChange | None
    corrected: Sequence[Corrected]
    mine: bool
    may_decide: bool
    may_withdraw: bool
    refusal: str
    seen: str


def card(session: Session, me: Me, request_id: int) -> Card:
    """An application as those see it whom it concerns."""
    row = request.get(session, request_id)
    rights.demand(session, me, "trainings.see", about=row.employee_id if row else 0)
    if row is None or (row.state == State.DRAFT and row.employee_id != me.employee_id):
        raise Refused(words.not_available(), "draft")
    return card_of(session, me, row)


def card_of(session: Session, me: Me, row: TrainingRequest) -> Card:
    """The same for whoever was asked for a right already."""
    course = training.get(session, row.training_id)
    person = employees.get(session, row.employee_id)
    assert course is not None
    assert person is not None
    own = ledger(session, row.employee_id, me.today)
    above = employees.get(session, row.decided_by or person.superior_id or 0)
    mine = row.employee_id == me.employee_id
    leader = person.superior_id
    decides = not mine and leader is not None and rights.acts_for(session, me, leader)
    refusal = (row.answer or "") if row.state == State.WAITING and decides else ""
    return Card(
        row=row,
        course=course,
        free=free_seats(session, [course])[row.training_id],
        name=person.name,
        found=needs_of(session, row.employee_id, [course], me.today)[0],
        names=indicator_names(session, me.today),
        ledger=own,
        warns=own.in_agreement is not None and own.in_agreement.passes(course.minutes),
        superior=above.name if above else "",
        place_in_queue=_place(session, row),
        cause=_cause(session, row),
        taken=_taken(session, row),
        proof=proof_of(session, row)[0],
        certificate=_certificate(session, row),
        change=running.last_change(session, row.training_id),
        corrected=corrected(session, me, row.id or 0) if is_noted(row) else (),
        mine=mine,
        may_decide=decides and row.state == State.WAITING,
        may_withdraw=mine and row.state in LIVING,
        refusal=refusal,
        seen=stamp(row.state, row.why, refusal),
    )


def _certificate(session: Session, row: TrainingRequest) -> str:
    found = certificates.of_object(session, CertificateKind.TRAINING, row.id or 0)
    valid = found is not None and found.state == VALID
    return numbered(found.kind, found.number, found.year) if found and valid else ""


def ask_give_back(session: Session, me: Me, request_id: int) -> Card:
    """A seat of mine, before I give it back."""
    rights.demand(session, me, "trainings.apply", about=me.employee_id)
    row = request.get(session, request_id)
    if row is None or row.employee_id != me.employee_id or row.state != State.SEATED:
        raise Refused(words.not_available(), "no_seat")
    return card_of(session, me, row)


def _place(session: Session, row: TrainingRequest) -> int:
    if row.state != State.LISTED:
        return 0
    waits = [one.id for one in request.of_training(session, row.training_id, [State.LISTED])]
    return waits.index(row.id) + 1


def _cause(session: Session, row: TrainingRequest) -> str | None:
    line = allocation.decided_on(session, row.id or 0) if row.state == State.LISTED else None
    if line is None or line.given:
        return None
    return line.cause if line.changed is None else ""


def _taken(session: Session, row: TrainingRequest) -> str:
    """Why a person took the seat in a division that was signed."""
    if row.state != State.AGREED:
        return ""
    found = allocation.removals(session, [row.id or 0], signed=True).get(row.id or 0)
    return (found.why or "") if found else ""
