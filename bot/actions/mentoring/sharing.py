"""One pair as both see it: agreeing, meeting, ending, and what it was worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.mentoring import needing
from bot.actions.refusals import Refused
from bot.rules.mentoring import Reason, State
from bot.rules.trainings.hours import jp
from bot.texts import mentoring as texts
from storage import employees, mentoring
from storage.mentoring import Mentoring, MentorMeeting


@dataclass(frozen=True, slots=True)
class Meeting:
    """`mine` to confirm: the other one noted it."""

    number: int
    held_on: date
    minutes: int
    text: str
    confirmed: bool
    confirmable: bool


@dataclass(frozen=True, slots=True)
class Card:
    """`mentor`: I am the mentor. `reason` is told to the mentee alone, None to the mentor.

    `noted`: I keep notes for myself.
    """

    number: int
    mentor: bool
    name: str
    post: str
    state: State
    reason: Reason | None
    goals: Sequence[str]
    about: str
    answerable: bool
    waits: bool
    started_on: date | None
    meetings: Sequence[Meeting]
    jp: Decimal
    outcome: str
    result: str
    level: int
    noted: bool


def seen(session: Session, me: Me, number: int) -> Mentoring:
    """A pair of mine. Raises Refused, alike for missing and foreign."""
    row = mentoring.get(session, number)
    about = row.mentee_id if row else None
    mentor = row is not None and row.mentor_id == me.employee_id
    rights.demand(session, me, "mentoring.share", about=about, state="mentor" if mentor else "")
    assert row is not None
    return row


def held(session: Session, me: Me, number: int) -> Mentoring:
    """The same, and nobody else changes it before this ends."""
    seen(session, me, number)
    row = mentoring.lock(session, number)
    assert row is not None
    return row


def other_of(row: Mentoring, me: Me) -> int:
    return row.mentee_id if row.mentor_id == me.employee_id else row.mentor_id


def card(session: Session, me: Me, number: int) -> Card:
    """One pair in full."""
    row = seen(session, me, number)
    mentor = row.mentor_id == me.employee_id
    other = employees.get(session, other_of(row, me))
    assert other is not None
    names = needing.fields(session, me.today)
    state, mine = State(row.state), row.mentor_agreed_at if mentor else row.mentee_agreed_at
    rows = mentoring.meetings(session, number)
    return Card(
        number=number,
        mentor=mentor,
        name=other.name,
        post=other.post,
        state=state,
        reason=None if mentor else Reason(row.reason),
        goals=[names[key] for key in _goals(session, row, mentor=mentor) if key in names],
        about=_about(session, row, mentor=mentor),
        answerable=state is State.PROPOSED and mine is None,
        waits=state is State.PROPOSED and mine is not None,
        started_on=row.started_on,
        meetings=[_meeting(one, me) for one in rows],
        jp=jp(sum(one.minutes for one in rows if one.confirmed_at)),
        outcome=row.outcome,
        result=row.result,
        level=mentoring.worth(session, number, me.employee_id),
        noted=bool(mentoring.own_note(session, number, me.employee_id)),
    )


def _goals(session: Session, row: Mentoring, *, mentor: bool) -> list[str]:
    """What it is about. What only a result says is the mentee's to tell: by saying yes."""
    goals = sorted(needing.keys(row.goals))
    if not mentor or row.mentee_agreed_at is not None:
        return goals
    wish = mentoring.wish(session, row.mentee_id)
    return [key for key in goals if wish and wish.active and key in needing.keys(wish.goals)]


def _about(session: Session, row: Mentoring, *, mentor: bool) -> str:
    """What the other one says in own words."""
    if mentor:
        wish = mentoring.wish(session, row.mentee_id)
        return wish.text if wish and wish.active else ""
    offer = mentoring.offer(session, row.mentor_id)
    return offer.text if offer else ""


def _meeting(one: MentorMeeting, me: Me) -> Meeting:
    confirmed = one.confirmed_at is not None
    return Meeting(
        one.id or 0, one.held_on, one.minutes, one.text, confirmed,
        not confirmed and one.noted_by != me.employee_id,
    )  # fmt: skip


def running(row: Mentoring) -> Mentoring:
    """The pair, while it runs. Raises Refused."""
    if row.state != State.ACTIVE:
        raise Refused(texts.not_running(), "not_running")
    return row
