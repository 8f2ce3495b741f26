"""A person applies for a course: why, a last look, sent to the superior, taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.trainings.catalogue import Course, course_for, open_for
from bot.actions.trainings.hours import rules_of
from bot.actions.trainings.letters import tell
from bot.actions.trainings.seats import lock_waiting, move_up
from bot.rules.stamps import stamp, still
from bot.rules.trainings.course import FREE, LIVING, Ground, State
from bot.rules.typed import is_small_talk
from bot.screens import Place, Went, place
from bot.texts import trainings, words
from bot.texts.trainings import applying as texts
from storage import audit, duties, employees
from storage.duties import DutyKind
from storage.trainings import request, training
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

LONGEST, PAGE = 300, 6


@dataclass(frozen=True, slots=True)
class Draft:
    """What I am about to send, and to whom; no superior: it needs nobody's agreement."""

    course: Course
    request_id: int
    ground: str
    why: str
    superior: str
    seen: str


@dataclass(frozen=True, slots=True)
class Mine:
    """My applications, newest first, with their courses."""

    items: Sequence[tuple[TrainingRequest, Training]]
    page: int
    pages: int


def ask_why(session: Session, me: Me, training_id: int) -> Course:
    """The course, before I say why I want to go."""
    rights.demand(session, me, "trainings.apply", about=me.employee_id)
    shown = course_for(session, me, training_id)
    if not shown.may_apply:
        raise Refused(texts.closed(), "closed")
    return shown


def write_why(session: Session, me: Me, training_id: int, text: str) -> Place:
    """Keep why I want to go, for the last look."""
    shown = ask_why(session, me, training_id)
    said = sentence(text)
    ground = shown.found.need.ground or Ground.OWN
    row = request.begin(session, training_id, me.employee_id, ground)
    moved = {"why": said, "ground": ground, "answer": None, "queue": None}
    if not request.move(session, row.id or 0, FREE, State.DRAFT, **moved):
        raise Refused(texts.closed(), "closed")
    return place("trainings.confirm", row.id or 0)


def confirm(session: Session, me: Me, request_id: int) -> Draft:
    """The last look."""
    rights.demand(session, me, "trainings.apply", about=me.employee_id)
    row = request.get(session, request_id)
    if row is None or row.employee_id != me.employee_id or row.state != State.DRAFT:
        raise Refused(words.not_available(), "no_draft")
    above = employees.get(session, me.superior_id) if me.superior_id else None
    shown = course_for(session, me, row.training_id)
    seen = stamp(row.why, row.ground)
    return Draft(shown, request_id, row.ground, row.why, above.name if above else "", seen)


def send(session: Session, me: Me, request_id: int, seen: str = "") -> Went:
    """Hand it to my superior, who is told and owes an answer."""
    at = confirm(session, me, request_id)
    if not still(seen, at.why, at.ground):
        return Went(place("trainings.confirm", request_id), words.changed_since())
    if not open_for(at.course.row, me.today):
        raise Refused(texts.closed(), "closed")
    after = State.WAITING if me.superior_id else State.AGREED
    if not request.move(session, request_id, [State.DRAFT], after, sent_at=me.now):
        raise Refused(words.changed_since(), "changed")
    facts = {"training": at.course.row.id, "state": after.value, "ground": at.ground}
    record(session, me, "send", request_id, facts)
    if me.superior_id:
        owe(session, request_id, me.superior_id, me.employee_id, me.today)
        tell(session, "asked", request_id, me.superior_id, me.now, opens="trainings.request")
    return Went(place("trainings.request", request_id), texts.sent())


def owe(session: Session, request_id: int, superior: int, about: int, today: date) -> None:
    """The superior owes a word on it within the days of the scheme."""
    due = today + timedelta(rules_of(session, today).agreement_days)
    duties.owe_anew(
        session, DutyKind.AGREE_TRAINING, superior, today, due, about_id=about,
        object_id=request_id,
    )  # fmt: skip


def withdraw(session: Session, me: Me, request_id: int) -> Went:
    """Take my application back; a seat goes to whoever is next on the waiting list."""
    rights.demand(session, me, "trainings.apply", about=me.employee_id)
    row = request.get(session, request_id)
    if row is None or row.employee_id != me.employee_id or row.state not in LIVING:
        raise Refused(words.not_available(), "not_living")
    course_row = lock_waiting(session, row.training_id)
    assert course_row is not None
    if row.state == State.SEATED and me.today >= course_row.begins_on:
        raise Refused(trainings.begun(), "begun")
    held = row.state == State.SEATED
    if not request.move(session, request_id, LIVING, State.WITHDRAWN, queue=None):
        raise Refused(words.changed_since(), "changed")
    record(session, me, "withdraw", request_id, {"training": row.training_id})
    duties.withdraw(session, DutyKind.AGREE_TRAINING, me.now, 0, object_id=request_id)
    if held:
        move_up(session, course_row, me.now, me.today)
    return Went(place("trainings.request", request_id), texts.withdrawn())


def mine(session: Session, me: Me, page: int = 0) -> Mine:
    """My applications."""
    rights.demand(session, me, "trainings.home", about=me.employee_id)
    rows = request.of_person(session, me.employee_id)
    courses = training.many(session, [one.training_id for one in rows])
    shown = leaf([(one, courses[one.training_id]) for one in rows], page, PAGE)
    return Mine(shown.items, shown.page, shown.pages)


def sentence(text: str) -> str:
    """A reason in one piece. Raises Refused when it says nothing, or too much."""
    said = " ".join(text.split())
    if is_small_talk(said):
        raise Refused(texts.reason_wanted(), "without_reason")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def record(
    session: Session, me: Me, verb: str, request_id: int, facts: Mapping[str, object]
) -> None:
    audit.record(
        session, me.now, me.employee_id, f"trainings.{verb}", f"training_request/{request_id}",
        facts,
    )  # fmt: skip
