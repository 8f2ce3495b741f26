"""How useful a course was to whoever was there; told together from three answers up."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.stamps import stamp
from bot.rules.talks import USEFULNESS, Usefulness, together
from bot.rules.trainings.course import REVIEWING
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import reviewing as texts
from storage import duties
from storage.duties import DutyKind
from storage.trainings import feedback, request, training
from storage.trainings.request import TrainingRequest

LENGTH = 150


@dataclass(frozen=True, slots=True)
class Asked:
    """My word on a course so far; `level` 0 while none is chosen."""

    request_id: int
    course: str
    level: int
    word: str
    mark: str


def ask(session: Session, me: Me, request_id: int) -> Asked:
    """How useful was it?"""
    row = _mine(session, me, request_id)
    course, draft = training.get(session, row.training_id), feedback.draft(session, request_id)
    assert course is not None
    level, word = (draft.level, draft.word) if draft else (0, "")
    return Asked(request_id, course.name, level, word, stamp(level, word))


def choose(session: Session, me: Me, request_id: int, level: int) -> Place:
    """Keep the level; a word may follow before it is sent."""
    row = _mine(session, me, request_id)
    if level not in USEFULNESS:
        raise Refused(words.not_available(), "level")
    feedback.put(session, row, level)
    return place("trainings.value", request_id)


def say(session: Session, me: Me, request_id: int, text: str) -> Place:
    """Keep a word beside the level."""
    _mine(session, me, request_id)
    said = " ".join(text.split())
    if len(said) > LENGTH:
        raise Refused(words.too_long(LENGTH, len(said)), "too_long")
    if not feedback.put_word(session, request_id, said):
        raise Refused(texts.level_first(), "no_level")
    return place("trainings.value", request_id)


def send(session: Session, me: Me, request_id: int, mark: str = "") -> Went:
    """Hand it in. With the third person's word all of them are told, and unnamed for good."""
    row, asked = _mine(session, me, request_id), ask(session, me, request_id)
    if not asked.level:
        raise Refused(texts.level_first(), "no_level")
    if mark and mark != asked.mark:
        return Went(place("trainings.value", request_id), words.changed_since())
    training.lock(session, row.training_id)
    feedback.send(session, request_id)
    about = {"about_id": row.employee_id, "object_id": request_id}
    duties.done(session, DutyKind.REVIEW_TRAINING, me.now, **about)
    waiting = feedback.waiting(session, row.training_id)
    found = together([Usefulness(one.request_id, 0, one.level) for one in waiting])
    if found is not None:
        feedback.tell(session, waiting, *found)
    return Went(place("trainings.request", request_id), texts.valued())


def _mine(session: Session, me: Me, request_id: int) -> TrainingRequest:
    row = request.get(session, request_id)
    rights.demand(session, me, "trainings.review", about=row.employee_id if row else 0)
    if row is None or row.state not in REVIEWING:
        raise Refused(words.not_available(), "not_there")
    if row.rated:
        raise Refused(texts.valued_already(), "valued_already")
    return row
