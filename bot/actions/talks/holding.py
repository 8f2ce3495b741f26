"""A talk was held: noted by either side, and the other may say that it was not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from bot.actions.dates import read_day
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, unpacked
from bot.actions.talks.letters import tell
from bot.actions.talks.owing import owe_of, rules_of
from bot.actions.talks.parties import Sides, held_by_me, leads, other_of, sides
from bot.rules.phrases import Prefer
from bot.rules.talks import ARRANGED, State
from bot.screens import Went, place
from bot.texts import talks as texts
from storage import audit, duties, employees, talks
from storage.duties import DutyKind
from storage.talks import Talk

OLDEST = timedelta(92)


@dataclass(frozen=True, slots=True)
class Day:
    """On which day was it?"""

    employee_id: int
    own: bool
    name: str
    today: date


def ask_day(session: Session, me: Me, employee_id: int) -> Day:
    """Asks on which day a talk was held."""
    both = sides(session, me, employee_id)
    return Day(employee_id, both.own, both.other.name, me.today)


def say_day(session: Session, me: Me, employee_id: int, text: str) -> Went:
    """The day as it is typed."""
    sides(session, me, employee_id)
    day = read_day(text, me.now, Prefer.PAST)
    if day is None:
        raise Refused(texts.bad_day(), "not_a_day")
    return hold(session, me, employee_id, packed(day))


def hold(session: Session, me: Me, employee_id: int, day: int) -> Went:
    """Note a talk of that day; one that was arranged for then or before is the one."""
    both, held_on = sides(session, me, employee_id), unpacked(day)
    employees.lock(session, employee_id)
    if not me.today - OLDEST <= held_on <= me.today:
        raise Refused(texts.day_not_past(), "day")
    if talks.same_day(session, employee_id, held_on):
        raise Refused(texts.noted_already(), "noted_already")
    number, leader = _note(session, me, both, held_on)
    facts = {"employee": employee_id, "superior": leader, "day": day}
    audit.record(session, me.now, me.employee_id, "talks.hold", f"talk/{number}", facts)
    for kind in (DutyKind.ANSWER_TALK, DutyKind.MEET):
        duties.done(session, kind, me.now, about_id=employee_id, object_id=number)
        duties.done(session, kind, me.now, about_id=leader, object_id=number)
    owe_of(session, employee_id, me.today, me.now)
    tell(session, me, "talks.held", number, leader if both.own else employee_id)
    return Went(place("talks.talk", number), texts.held_notice())


def deny(session: Session, me: Me, talk_id: int) -> Went:
    """It was not held, says the other one; it does not count and what was agreed falls away."""
    row = held_by_me(session, me, talk_id, "talks.write")
    if not deniable(session, me, row):
        raise Refused(texts.not_deniable(), "not_deniable")
    talks.change(
        session, talk_id, (State.HELD,), state=State.DENIED, denied_by=me.employee_id,
        denied_at=me.now,
    )  # fmt: skip
    facts = {"employee": row.employee_id, "superior": row.superior_id}
    audit.record(session, me.now, me.employee_id, "talks.deny", f"talk/{talk_id}", facts)
    for one in talks.of_talk(session, talk_id):
        duties.withdraw(session, DutyKind.FOLLOW_UP, me.now, 0, object_id=one.id)
    owe_of(session, row.employee_id, me.today, me.now)
    tell(session, me, "talks.denied", talk_id, other_of(row, me))
    return Went(place("talks.pair", row.employee_id), texts.denied_notice())


def deniable(session: Session, me: Me, row: Talk) -> bool:
    """Whether I may still say that it was not: noted by the other, and not long ago.

    Who has valued it says thereby that it was. The superior may deny it all the same: else a
    button that is gone would tell that the employee has spoken.
    """
    if row.state != State.HELD or row.held_by == me.employee_id:
        return False
    if row.rated and row.employee_id == me.employee_id:
        return False
    assert row.noted_at is not None
    until = row.noted_at + timedelta(rules_of(session, me.today).denial_days)
    return me.now < until


def _note(session: Session, me: Me, both: Sides, held_on: date) -> tuple[int, int]:
    """The number of the talk, and who led it: whoever it was arranged with, else who leads now."""
    held: dict[str, Any] = {
        "state": State.HELD, "held_on": held_on, "held_by": me.employee_id, "noted_at": me.now,
    }  # fmt: skip
    arranged = talks.arranged(session, both.employee_id)
    leader = both.leader_id
    if arranged is not None and _is_it(arranged, me, held_on):
        assert arranged.id is not None
        if leader == arranged.superior_id or (
            both.own and leads(session, me, arranged.superior_id)
        ):
            talks.change(session, arranged.id, ARRANGED, **held)
            return arranged.id, arranged.superior_id
    row = Talk(
        employee_id=both.employee_id, superior_id=leader, proposed_by=me.employee_id,
        proposed_at=me.now, **held,
    )  # fmt: skip
    return talks.note(session, row), leader


def _is_it(arranged: Talk, me: Me, held_on: date) -> bool:
    """Whether what was arranged is what took place: it was for that day, or is overdue."""
    assert arranged.starts_at is not None
    planned = arranged.starts_at.astimezone(me.zone).date()
    return planned == held_on or planned <= me.today
