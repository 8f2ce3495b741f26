"""A course is called off, or moved to other days; everybody it concerns is told once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.letters import tell
from bot.actions.trainings.running import to_keep
from bot.actions.trainings.seats import lock_waiting, move_up
from bot.rules.stamps import stamp
from bot.rules.trainings.catalogue import two_days
from bot.rules.trainings.course import LIVING, State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import changing as texts
from storage import audit, duties
from storage.duties import DutyKind
from storage.trainings import request, running, training
from storage.trainings.running import MOVE, OFF, CourseChange
from storage.trainings.training import OPEN, Training


@dataclass(frozen=True, slots=True)
class Change:
    """What I am about to change of a course, and how many people are told."""

    row: Training
    draft: CourseChange | None
    told: int
    seen: str


def ask(session: Session, me: Me, training_id: int) -> Change:
    """A course that has not begun, before it is called off or moved."""
    row = to_keep(session, me, training_id)
    if row.state != OPEN or me.today >= row.begins_on:
        raise Refused(texts.too_late(), "too_late")
    draft = running.change_of(session, training_id, me.employee_id)
    told = len(request.of_training(session, training_id, LIVING))
    return Change(row, draft, told, _mark(row, draft))


def _mark(row: Training, draft: CourseChange | None) -> str:
    said = (draft.kind, str(draft.begins_on), str(draft.ends_on), draft.why) if draft else ()
    return stamp(str(row.begins_on), str(row.ends_on), *said)


def write_off(session: Session, me: Me, training_id: int, text: str) -> Place:
    """Keep why it is called off, for the last look."""
    ask(session, me, training_id)
    running.draft_change(session, training_id, me.employee_id, OFF, why=sentence(text))
    return place("trainings.changing", training_id)


def write_move(session: Session, me: Me, training_id: int, text: str) -> Place:
    """Keep the new days, for the last look. One day typed: it takes as long as before."""
    row = ask(session, me, training_id).row
    found = two_days(text, row.ends_on - row.begins_on)
    if found is None:
        raise Refused(texts.days_wanted(), "days_wanted")
    begins, ends = found
    if begins <= me.today or (begins, ends) == (row.begins_on, row.ends_on):
        raise Refused(texts.day_ahead(), "day_ahead")
    if row.cost and begins.year != row.begins_on.year:
        raise Refused(texts.other_year(), "other_year")
    running.draft_change(
        session, training_id, me.employee_id, MOVE, begins_on=begins, ends_on=ends
    )
    return place("trainings.changing", training_id)


def confirm(session: Session, me: Me, training_id: int) -> Change:
    """The last look."""
    at = ask(session, me, training_id)
    if at.draft is None:
        raise Refused(words.not_available(), "no_draft")
    return at


def change(session: Session, me: Me, training_id: int, seen: str = "") -> Went:
    """Do what I have `seen`."""
    lock_waiting(session, training_id)
    at = confirm(session, me, training_id)
    assert at.draft is not None
    if seen and seen != at.seen:
        return Went(place("trainings.changing", training_id), words.changed_since())
    running.do_change(session, at.draft.id or 0, me.now)
    if at.draft.kind == OFF:
        _call_off(session, me, at.row)
        return Went(place("trainings.running", 0), texts.called_off(at.told))
    assert at.draft.begins_on is not None
    assert at.draft.ends_on is not None
    _move(session, me, at.row, at.draft.begins_on, at.draft.ends_on)
    return Went(place("trainings.running", 0), texts.moved(at.told))


def _call_off(session: Session, me: Me, row: Training) -> None:
    number = row.id or 0
    training.cancel(session, number, me.now)
    _record(session, me, number, "off", {})
    for one in request.of_training(session, number, LIVING):
        mine = one.id or 0
        request.move(session, mine, LIVING, State.CALLED_OFF, queue=None)
        facts = {"training": number, "state": State.CALLED_OFF.value}
        about = f"training_request/{mine}"
        audit.record(session, me.now, me.employee_id, "trainings.drop", about, facts)
        duties.withdraw(session, DutyKind.AGREE_TRAINING, me.now, 0, object_id=mine)
        tell(session, "called_off", mine, one.employee_id, me.now, opens="trainings.request")
    off = training.get(session, number)
    assert off is not None
    move_up(session, off, me.now, me.today)


def _move(session: Session, me: Me, row: Training, begins: date, ends: date) -> None:
    """The last day to apply moves with the first day."""
    number = row.id or 0
    until = row.apply_until + (begins - row.begins_on)
    days = {"begins_on": begins, "ends_on": ends, "apply_until": until}
    training.reschedule(session, number, days, me.now)
    _record(session, me, number, "move", {key: day.isoformat() for key, day in days.items()})
    for one in request.of_training(session, number, LIVING):
        opens = "trainings.request"
        tell(session, "moved", one.id or 0, one.employee_id, me.now, opens=opens)


def _record(session: Session, me: Me, number: int, verb: str, facts: dict[str, Any]) -> None:
    about = f"training/{number}"
    audit.record(session, me.now, me.employee_id, f"trainings.{verb}", about, facts)
