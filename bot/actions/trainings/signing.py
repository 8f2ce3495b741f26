"""A division goes to a second person, who signs it with the code or sends it back."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.schemes.deciders import covers_agency, deciders
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.dividing import purse, purses
from bot.actions.trainings.division import Division, mark, shown
from bot.actions.trainings.letters import tell
from bot.actions.trainings.seats import enlist, lock_all, seat
from bot.rules.trainings.course import State
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import dividing as texts
from storage import audit, duties
from storage.duties import DutyKind
from storage.trainings import allocation, request, training
from storage.trainings.allocation import (
    ASKED,
    DRAFT,
    REFUSED,
    SIGNED,
    WAITING,
    WITHDRAWN,
    Allocation,
)

DAYS = 7


def give(session: Session, me: Me, allocation_id: int, seen: str) -> Went:
    """Hand my draft, as I have `seen` it, to a second person."""
    rights.demand(session, me, "trainings.divide")
    row = _mine(session, me, allocation_id, DRAFT)
    lines = allocation.lines(session, allocation_id)
    if seen != mark(lines, ""):
        return Went(place("trainings.division", allocation_id, 0), words.changed_since())
    others = deciders(session, me.employee_id, me.today)
    if not others:
        raise Refused(texts.nobody_else(), "nobody_else")
    kept = mark(lines)
    allocation.move(session, allocation_id, DRAFT, WAITING, given_at=me.now, mark=kept)
    facts = {"mark": kept, "given": sum(one.given for one in lines)}
    _record(session, me, "give", row, facts)
    for one in others:
        duties.owe_anew(
            session, DutyKind.SIGN_ALLOCATION, one, me.today, me.today + timedelta(DAYS),
            about_id=0, object_id=allocation_id,
        )  # fmt: skip
        tell(session, "given", allocation_id, one, me.now, opens="trainings.division")
    return Went(place("trainings.division", allocation_id, 0), texts.given())


def call_off(session: Session, me: Me, allocation_id: int) -> Went:
    """Take my division back, computed or not; the applications wait for another one."""
    rights.demand(session, me, "trainings.divide")
    row = allocation.get(session, allocation_id)
    if row is None or row.made_by != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    if not any(
        allocation.move(session, allocation_id, before, WITHDRAWN)
        for before in (ASKED, DRAFT, WAITING)
    ):
        raise Refused(words.not_available(), "decided")
    duties.withdraw(session, DutyKind.SIGN_ALLOCATION, me.now, 0, object_id=allocation_id)
    _record(session, me, "call_off", row, {})
    return Went(Place("trainings.desk"), texts.called_off())


def signable(session: Session, me: Me, allocation_id: int) -> Division:
    """The last look before it is signed or sent back."""
    row = allocation.get(session, allocation_id)
    rights.demand(session, me, "trainings.sign", about=row.made_by if row else 0)
    if row is None or row.state != WAITING or not covers_agency(session, me):
        raise Refused(words.not_available(), "not_waiting")
    return shown(session, me, row)


def sign(session: Session, me: Me, allocation_id: int, seen: str) -> Went:
    """Give the seats as I have `seen` them; the others go to the waiting list. Raises ProofWanted.

    Whoever has left the queue since, or whose course has filled, is passed over. Whose seat a
    person took waits for the next division instead: no free seat falls to them by itself.
    """
    at = signable(session, me, allocation_id)
    if seen != at.seen:
        return Went(place("trainings.division", allocation_id, 0), words.changed_since())
    demand_proof(session, me)
    _end(session, me, at.row, SIGNED)
    lines = allocation.lines(session, allocation_id)
    asked = request.many(session, [one.request_id for one in lines])
    courses = training.many(session, {one.training_id for one in asked.values()})
    lock_all(session, courses)
    left = purses(session, courses.values())
    for one in (line for line in lines if line.given):
        _seat(session, me, one.request_id, f"allocation/{allocation_id}", left)
    for one in sorted(lines, key=lambda one: (-one.benefit, one.request_id)):
        which = asked[one.request_id]
        if not one.removed:
            enlist(session, one.request_id, which.training_id, me.now)
        elif which.state == State.AGREED:
            whom, opens = which.employee_id, "trainings.request"
            tell(session, "not_given", one.request_id, whom, me.now, opens=opens)
    return Went(place("trainings.division", allocation_id, 0), texts.signed())


def _seat(session: Session, me: Me, request_id: int, ground: str, left: dict[str, int]) -> None:
    row = request.get(session, request_id)
    if row is None or row.state != State.AGREED:
        return
    course = training.get(session, row.training_id)
    assert course is not None
    taken = request.taken(session, [row.training_id]).get(row.training_id, 0)
    if taken >= course.seats or (course.cost and course.cost > left.get(purse(course), 0)):
        return
    if seat(session, request_id, ground, me.now, me.employee_id) and course.cost:
        left[purse(course)] -= course.cost


def write_refusal(session: Session, me: Me, allocation_id: int, text: str) -> Place:
    """Keep why I am about to send it back."""
    signable(session, me, allocation_id)
    said = sentence(text)
    allocation.draft_answer(session, allocation_id, me.employee_id, said)
    return place("trainings.unsigning", allocation_id)


def refuse(session: Session, me: Me, allocation_id: int, seen: str) -> Went:
    """Send it back with the reason I have `seen`. Raises ProofWanted."""
    at = signable(session, me, allocation_id)
    if seen != at.seen or not at.refusal:
        return Went(place("trainings.unsigning", allocation_id), words.changed_since())
    demand_proof(session, me)
    _end(session, me, at.row, REFUSED)
    return Went(place("trainings.division", allocation_id, 0), texts.sent_back())


def _end(session: Session, me: Me, row: Allocation, state: str) -> None:
    number = row.id or 0
    said = {"decided_by": me.employee_id, "decided_at": me.now}
    if not allocation.move(session, number, WAITING, state, **said):
        raise Refused(words.not_available(), "decided")
    verb = "sign" if state == SIGNED else "send_back"
    _record(session, me, verb, row, {"maker": row.made_by, "mark": row.mark})
    duties.done(session, DutyKind.SIGN_ALLOCATION, me.now, object_id=number)
    tell(session, "decided", number, row.made_by, me.now, opens="trainings.division")


def _mine(session: Session, me: Me, allocation_id: int, state: str) -> Allocation:
    row = allocation.get(session, allocation_id)
    if row is None or row.made_by != me.employee_id or row.state != state:
        raise Refused(words.not_available(), "not_mine")
    return row


def _record(
    session: Session, me: Me, verb: str, row: Allocation, facts: dict[str, object]
) -> None:
    about = f"allocation/{row.id}"
    audit.record(session, me.now, me.employee_id, f"trainings.{verb}", about, facts)
