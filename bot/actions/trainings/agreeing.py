"""The superior's word on an application: agreed, or refused with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.days import local_day
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import owe, record, sentence
from bot.actions.trainings.catalogue import free_seats
from bot.actions.trainings.hours import Ledger, ledger
from bot.actions.trainings.letters import tell
from bot.actions.trainings.needs import Found, indicator_names, needs_of
from bot.rules.stamps import stamp, still
from bot.rules.trainings.course import LIVING, State
from bot.screens import Place, Went, place
from bot.texts import trainings as texts
from bot.texts import words
from storage import absences, duties, employees, rounds
from storage.duties import Duty, DutyKind
from storage.trainings import learning, proofs, request, training
from storage.trainings.learning import Learning
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

PAGE = 6
TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Card:
    """An application with everything its decision rests on; `may_…` are about me, now.

    `place_in_queue` counts from 1 on the waiting list. `refusal` is what I am about to answer.
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
    learned: Learning | None
    proofs: Sequence[LearningProof]
    mine: bool
    may_decide: bool
    may_withdraw: bool
    refusal: str
    seen: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for my word: applications, and what was learned outside."""

    requests: Sequence[tuple[int, str, str]]
    learned: Sequence[tuple[int, str, str]]
    total: int
    page: int
    pages: int


def card(session: Session, me: Me, request_id: int) -> Card:
    """An application as those see it whom it concerns."""
    row = request.get(session, request_id)
    rights.demand(session, me, "trainings.see", about=row.employee_id if row else 0)
    if row is None or (row.state == State.DRAFT and row.employee_id != me.employee_id):
        raise Refused(words.not_available(), "draft")
    return _card(session, me, row)


def _card(session: Session, me: Me, row: TrainingRequest) -> Card:
    course = training.get(session, row.training_id)
    person = employees.get(session, row.employee_id)
    assert course is not None
    assert person is not None
    own = ledger(session, row.employee_id, me.today)
    above = employees.get(session, row.decided_by or person.superior_id or 0)
    mine = row.employee_id == me.employee_id
    learned = learning.of_event(session, TRAINING, row.id or 0, row.employee_id)
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
        learned=learned,
        proofs=proofs.of(session, learned.id or 0) if learned else (),
        mine=mine,
        may_decide=decides and row.state == State.WAITING,
        may_withdraw=mine and row.state in LIVING,
        refusal=refusal,
        seen=stamp(row.state, row.why, refusal),
    )


def _place(session: Session, row: TrainingRequest) -> int:
    if row.state != State.LISTED:
        return 0
    waits = [one.id for one in request.of_training(session, row.training_id, [State.LISTED])]
    return waits.index(row.id) + 1


def queue(session: Session, me: Me, page: int = 0) -> Queue:
    """What my people, and those whose mandate I hold, wait for."""
    rights.demand(session, me, "trainings.team", about=me.employee_id)
    rows = asked_of_me(session, me)
    shown = leaf(rows, page, PAGE)
    people = employees.many(session, [one.about_id for one in shown.items])
    asked = {
        one.object_id: people[one.about_id].name
        for one in shown.items
        if one.kind == DutyKind.AGREE_TRAINING
    }
    requests = request.many(session, asked)
    courses = training.many(session, [one.training_id for one in requests.values()])
    said = [(n, asked[n], courses[requests[n].training_id].name) for n in asked if n in requests]
    found = {one.object_id: one for one in shown.items if one.object_id not in asked}
    learned = [
        (n, people[one.about_id].name, row.title)
        for n, one in found.items()
        if one.kind == DutyKind.CONFIRM_LEARNING and (row := learning.get(session, n))
    ]
    return Queue(said, learned, len(rows), shown.page, shown.pages)


def asked_of_me(session: Session, me: Me) -> list[Duty]:
    """Everything of training that I owe a word on, in my own place or another's."""
    mandates = absences.mandates_held(session, me.employee_id, me.today)
    owners = (me.employee_id, *(one.absent_id for one in mandates))
    kinds = (DutyKind.AGREE_TRAINING, DutyKind.CONFIRM_LEARNING)
    rows = duties.open_ones(session, owners, kinds, me.today)
    return [one for one in rows if one.about_id != me.employee_id]


def agree(session: Session, me: Me, request_id: int, seen: str = "") -> Went:
    """Let it go to the division of seats."""
    at = _decidable(session, me, request_id)
    if not still(seen, at.row.state, at.row.why, at.refusal):
        return Went(place("trainings.request", request_id), words.changed_since())
    _decide(session, me, at, State.AGREED, None)
    return Went(place("trainings.queue", 0), texts.agreed_notice())


def ask_refusal(session: Session, me: Me, request_id: int) -> Card:
    return _decidable(session, me, request_id)


def write_refusal(session: Session, me: Me, request_id: int, text: str) -> Place:
    """Keep why I am about to refuse it."""
    _decidable(session, me, request_id)
    said = sentence(text)
    request.move(session, request_id, [State.WAITING], State.WAITING, answer=said)
    return place("trainings.refusing", request_id)


def refuse(session: Session, me: Me, request_id: int, seen: str = "") -> Went:
    """Refuse it with the reason I have `seen`."""
    at = _decidable(session, me, request_id)
    if not at.refusal:
        raise Refused(texts.reason_wanted(), "without_reason")
    if not still(seen, at.row.state, at.row.why, at.refusal):
        return Went(place("trainings.refusing", request_id), words.changed_since())
    _decide(session, me, at, State.REFUSED, at.refusal)
    return Went(place("trainings.queue", 0), texts.refused_notice())


def _decidable(session: Session, me: Me, request_id: int) -> Card:
    row = request.get(session, request_id)
    rights.demand(session, me, "trainings.agree", about=row.employee_id if row else 0)
    if row is None or row.state != State.WAITING:
        raise Refused(texts.decided_already(), "decided")
    return _card(session, me, row)


def _decide(session: Session, me: Me, at: Card, state: State, answer: str | None) -> None:
    number = at.row.id or 0
    said = {"decided_by": me.employee_id, "decided_at": me.now, "answer": answer}
    if not request.move(session, number, [State.WAITING], state, **said):
        raise Refused(texts.decided_already(), "decided")
    verb = "agree" if state is State.AGREED else "refuse"
    record(session, me, verb, number, {"training": at.row.training_id})
    about = {"about_id": at.row.employee_id, "object_id": number}
    duties.done(session, DutyKind.AGREE_TRAINING, me.now, **about)
    tell(session, "answered", number, at.row.employee_id, me.now, opens="trainings.request")


def follow(session: Session, now: datetime) -> None:
    """Once a day: what waits for somebody who no longer leads goes to whoever does."""
    if not rounds.first_today(session, "trainings.follow", now.date()):
        return
    waiting = request.in_state(session, State.WAITING)
    people = employees.many(session, [one.employee_id for one in waiting])
    for row in waiting:
        number, about, above = row.id or 0, row.employee_id, people[row.employee_id].superior_id
        owed = duties.of_period(session, 0, [DutyKind.AGREE_TRAINING], number)
        if above is None or above in {one.owner_id for one in owed if not one.cancelled}:
            continue
        duties.withdraw(session, DutyKind.AGREE_TRAINING, now, 0, object_id=number)
        owe(session, number, above, about, local_day(session, above, now))
        tell(session, "asked", number, above, now, opens="trainings.request")
