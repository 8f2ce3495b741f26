"""What came of a course for each participant: the result, its hours, its certificate."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session

from bot.actions import certificates
from bot.actions.certificates import Ground
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import record
from bot.actions.trainings.attending import Participant, participant
from bot.actions.trainings.hours import credit
from bot.actions.trainings.letters import tell
from bot.actions.trainings.running import Run, mine_to_run, run
from bot.rules.certificates import CertificateKind
from bot.rules.people import search_key
from bot.rules.stamps import still
from bot.rules.trainings.course import RESULTS, SCORES, State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import running as texts
from storage import units
from storage.trainings import learning, request
from storage.trainings.learning import WAITING
from storage.trainings.request import TrainingRequest
from storage.trainings.training import OPEN, Training

SOURCE = "training"


def write_score(session: Session, me: Me, request_id: int, text: str) -> Place:
    """The number of a test, from 0 to 100; it counts once the result is noted."""
    at = _endable(session, me, request_id)
    said = text.strip()
    if not said.isdecimal() or int(said) not in SCORES:
        raise Refused(texts.score_wanted(), "score_wanted")
    before = [State(at.row.state)]
    request.move(session, request_id, before, at.row.state, score=int(said))
    return place("trainings.participant", request_id)


def ask_end(session: Session, me: Me, request_id: int, result: str) -> tuple[Participant, State]:
    """A last look before the result is noted: it stands."""
    at = _endable(session, me, request_id)
    if result not in set(RESULTS):
        raise Refused(words.not_available(), "no_result")
    return at, State(result)


def end(session: Session, me: Me, request_id: int, result: str, seen: str = "") -> Went:
    """Note the result; passed, the hours count at once."""
    at, state = ask_end(session, me, request_id, result)
    if not still(seen, at.row.state, at.row.score, *(one.sha256 for one in at.files)):
        return Went(place("trainings.participant", request_id), words.changed_since())
    finish(session, me, at.row, at.course, state)
    return Went(place("trainings.run", at.row.training_id, 0), texts.ended(at.name))


def ask_rest(session: Session, me: Me, training_id: int) -> Run:
    """A last look before everybody who was there has passed."""
    at = run(session, me, training_id)
    if not at.may_end or not at.rest_ends:
        raise Refused(texts.not_now(), "not_now")
    return at


def end_rest(session: Session, me: Me, training_id: int) -> Went:
    """Everybody who was there and has no result yet has passed."""
    course = mine_to_run(session, me, training_id)
    if course.state != OPEN or me.today < course.ends_on:
        raise Refused(texts.not_now(), "not_now")
    count = 0
    for row in request.of_training(session, training_id, [State.PRESENT]):
        if row.employee_id != me.employee_id:
            finish(session, me, row, course, State.PASSED)
            count += 1
    return Went(place("trainings.run", training_id, 0), texts.rest_ended(count))


def finish(session: Session, me: Me, row: TrainingRequest, course: Training, state: State) -> None:
    """The result stands. Passed: the hours count, and an own course of the office is certified."""
    number = row.id or 0
    said = {"ended_by": me.employee_id, "ended_at": me.now}
    if not request.move(session, number, [State.PRESENT], state, **said):
        raise Refused(texts.not_now(), "not_now")
    facts = {"training": row.training_id, "state": state.value, "score": row.score}
    record(session, me, "end", number, facts)
    if state is State.PASSED:
        credit(
            session, SOURCE, number, row.employee_id, title=course.name, minutes=course.minutes,
            way=course.way, ended_on=course.ends_on, now=me.now, by=me.employee_id,
        )  # fmt: skip
        if is_own(session, course):
            certify(session, row, course, me.employee_id, me.now, me.today)
    else:
        _drop_proof(session, me, row)
    tell(session, "ended", number, row.employee_id, me.now, opens="trainings.request")


def _drop_proof(session: Session, me: Me, row: TrainingRequest) -> None:
    """What was sent as proof counts nothing."""
    sent = learning.of_event(session, SOURCE, row.id or 0, row.employee_id)
    if sent is not None:
        said = {"decided_by": me.employee_id, "decided_at": me.now}
        learning.move(session, sent.id or 0, [learning.DRAFT, WAITING], learning.REFUSED, **said)


def is_own(session: Session, course: Training) -> bool:
    """Whether the office itself gives the course: its provider is one of our units."""
    provider = search_key(course.provider)
    return any(search_key(one.name) == provider for one in units.everything(session))


def certify(
    session: Session, row: TrainingRequest, course: Training, by: int, now: datetime, today: date
) -> None:
    """The certificate of a course that the office itself gave, signed by whoever noted it."""
    certificates.issue(session, ground_of(row, course, by, today), by, now)


def ground_of(row: TrainingRequest, course: Training, by: int, today: date) -> Ground:
    """What is certified of somebody who completed it."""
    return Ground(
        CertificateKind.TRAINING, row.id or 0, row.employee_id, by, course.name, today, today.year
    )


def _endable(session: Session, me: Me, request_id: int) -> Participant:
    at = participant(session, me, request_id)
    if not at.may_end:
        raise Refused(texts.not_now(), "not_now")
    return at
