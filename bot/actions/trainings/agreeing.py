"""The superior's word on an application: agreed, or refused with a reason."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.days import local_day
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings import confirming
from bot.actions.trainings.applying import owe, record, sentence
from bot.actions.trainings.cards import Card, card_of
from bot.actions.trainings.letters import tell
from bot.rules.stamps import still
from bot.rules.trainings.course import State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import applying as texts
from storage import duties, employees, rounds
from storage.duties import DutyKind
from storage.trainings import request


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
    return card_of(session, me, row)


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
    asked = [one.id or 0 for one in waiting]
    owners = duties.owners_by_object(session, DutyKind.AGREE_TRAINING, asked)
    for row in waiting:
        number, about, above = row.id or 0, row.employee_id, people[row.employee_id].superior_id
        if above is None or above in owners.get(number, ()):
            continue
        duties.withdraw(session, DutyKind.AGREE_TRAINING, now, 0, object_id=number)
        owe(session, number, above, about, local_day(session, above, now))
        tell(session, "asked", number, above, now, opens="trainings.request")
    confirming.follow(session, now)
