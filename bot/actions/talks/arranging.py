"""A time is proposed by one and agreed to by the other; or another time, or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.actions.forums.typed import check_start, start
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.talks.letters import tell
from bot.actions.talks.parties import Sides, held_by_me, leads, other_of, sides
from bot.rules.stamps import stamp
from bot.rules.talks import ARRANGED, State
from bot.screens import Place, Went, place
from bot.texts import talks as texts
from bot.texts import words
from storage import duties, employees, talks
from storage.duties import DutyKind
from storage.talks import Talk

ANSWER_DAYS = 3


@dataclass(frozen=True, slots=True)
class Time:
    """A time to be asked for, or to be looked at once more before it is proposed."""

    employee_id: int
    own: bool
    name: str
    start: datetime | None = None
    minutes: int = 0
    seen: str = ""


def ask_time(session: Session, me: Me, employee_id: int) -> Time:
    """When shall we talk?"""
    both = sides(session, me, employee_id)
    return Time(employee_id, both.own, both.other.name)


def say_time(session: Session, me: Me, employee_id: int, text: str) -> Place:
    """The time as it is typed; it is shown before it is proposed."""
    sides(session, me, employee_id)
    moment = start(text, me.now, me.zone)
    return place("talks.check", employee_id, int(moment.timestamp()) // 60)


def check_time(session: Session, me: Me, employee_id: int, minutes: int) -> Time:
    """What is about to be proposed."""
    both = sides(session, me, employee_id)
    moment = _moment(me, minutes)
    mark = mark_of(talks.arranged(session, employee_id))
    return Time(employee_id, both.own, both.other.name, moment, minutes, mark)


def propose(session: Session, me: Me, employee_id: int, minutes: int, mark: str = "") -> Went:
    """Propose it, in place of whatever was arranged before; the other is asked."""
    both, starts = sides(session, me, employee_id), _moment(me, minutes)
    check_start(starts, me.now)
    employees.lock(session, employee_id)
    before = talks.arranged(session, employee_id)
    if not _same(mark, before):
        return Went(place("talks.check", employee_id, minutes), words.changed_since())
    number = _put(session, me, both, starts, before)
    _forget(session, me, number)
    other, about = both.other.id or 0, me.employee_id
    due = max(me.today, min(me.today + timedelta(ANSWER_DAYS), starts.date()))
    duties.owe_anew(
        session, DutyKind.ANSWER_TALK, other, me.today, due, about_id=about, object_id=number
    )
    tell(session, me, "talks.proposed", number, other)
    return Went(place("talks.talk", number), texts.proposed_notice(both.other.name))


def agree(session: Session, me: Me, talk_id: int, mark: str = "") -> Went:
    """The time suits me."""
    row = held_by_me(session, me, talk_id)
    own = row.employee_id == me.employee_id
    if not _same(mark, row):
        return Went(place("talks.talk", talk_id), words.changed_since())
    if row.state != State.PROPOSED or own is (row.proposed_by == row.employee_id):
        raise Refused(texts.not_yours_to_answer(), "not_mine_to_answer")
    leader = row.superior_id if own else me.employee_id
    if own and not leads(session, me, leader):
        raise Refused(texts.led_by_another(), "led_by_another")
    assert row.starts_at is not None
    check_start(row.starts_at, me.now)
    _forget(session, me, talk_id)
    if leader != row.superior_id:
        talk_id = _with_another(session, row, leader)
    talks.change(session, talk_id, (State.PROPOSED,), state=State.AGREED, agreed_at=me.now)
    day = row.starts_at.astimezone(me.zone).date()
    for owner, about in ((row.employee_id, leader), (leader, row.employee_id)):
        duties.owe_anew(
            session, DutyKind.MEET, owner, max(me.today, day - timedelta(1)), day,
            about_id=about, object_id=talk_id,
        )  # fmt: skip
    tell(session, me, "talks.agreed", talk_id, row.proposed_by)
    return Went(place("talks.talk", talk_id), texts.agreed_notice())


def cancel(session: Session, me: Me, talk_id: int, mark: str = "") -> Went:
    """Nothing comes of this time; the other hears so."""
    row = held_by_me(session, me, talk_id)
    if not _same(mark, row):
        return Went(place("talks.talk", talk_id), words.changed_since())
    if not talks.change(session, talk_id, ARRANGED, state=State.CANCELLED):
        raise Refused(texts.not_arranged(), "not_arranged")
    _forget(session, me, talk_id)
    tell(session, me, "talks.cancelled", talk_id, other_of(row, me))
    return Went(place("talks.pair", row.employee_id), texts.cancelled_notice())


def mark_of(row: Talk | None) -> str:
    """The mark of what is arranged, so that nobody answers to another time than they saw."""
    return stamp(row.id, row.state, str(row.starts_at)) if row else stamp("nothing")


def _same(mark: str, row: Talk | None) -> bool:
    return not mark or mark == mark_of(row)


def _put(session: Session, me: Me, both: Sides, starts: datetime, before: Talk | None) -> int:
    values: dict[str, Any] = {
        "superior_id": both.leader_id, "state": State.PROPOSED, "proposed_by": me.employee_id,
        "proposed_at": me.now, "starts_at": starts,
    }  # fmt: skip
    if before is not None and before.superior_id != both.leader_id:
        _forget(session, me, before.id or 0)
        return _with_another(session, before, both.leader_id, **values)
    if before is not None:
        assert before.id is not None
        talks.change(session, before.id, ARRANGED, **values, agreed_at=None)
        return before.id
    if not talks.propose(session, Talk(employee_id=both.employee_id, **values)):
        raise Refused(words.changed_since(), "arranged_already")
    made = talks.arranged(session, both.employee_id)
    assert made is not None
    assert made.id is not None
    return made.id


def _with_another(session: Session, before: Talk, leader: int, **values: Any) -> int:
    """A talk of its own in place of one with another leader; notes stay with those two."""
    row = before.model_dump(exclude={"id", "superior_id", "agreed_at", *values})
    talks.change(session, before.id or 0, ARRANGED, state=State.CANCELLED)
    return talks.note(session, Talk(**row, **{**values, "superior_id": leader}))


def _forget(session: Session, me: Me, number: int) -> None:
    """Whatever was owed of this talk so far is over."""
    for kind in (DutyKind.ANSWER_TALK, DutyKind.MEET):
        duties.withdraw(session, kind, me.now, 0, object_id=number)


def _moment(me: Me, minutes: int) -> datetime:
    try:
        return datetime.fromtimestamp(minutes * 60, UTC).astimezone(me.zone)
    except (OverflowError, ValueError, OSError) as fault:
        raise Refused(words.not_available(), "no_moment") from fault
