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
from bot.actions.mentoring.letters import tell
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.mentoring import Outcome, Reason, State
from bot.rules.trainings.hours import jp
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from bot.texts import words
from storage import audit, duties, employees, mentoring
from storage.duties import DutyKind
from storage.mentoring import Mentoring, MentorMeeting

RESULT = 300
LEVELS = (1, 2, 3, 4, 5)


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
    """`mentor`: I am the mentor. `reason` is told to the mentee alone, None to the mentor."""

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


def seen(session: Session, me: Me, number: int) -> Mentoring:
    """A pair of mine. Raises Refused, alike for missing and foreign."""
    row = mentoring.get(session, number)
    about = row.mentee_id if row else None
    mentor = row is not None and row.mentor_id == me.employee_id
    rights.demand(session, me, "mentoring.share", about=about, state="mentor" if mentor else "")
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
        goals=[names[key] for key in row.goals.split(",") if key in names],
        about=_about(session, row, mentor=mentor),
        answerable=state is State.PROPOSED and mine is None,
        waits=state is State.PROPOSED and mine is not None,
        started_on=row.started_on,
        meetings=[_meeting(one, me) for one in rows],
        jp=jp(sum(one.minutes for one in rows if one.confirmed_at)),
        outcome=row.outcome,
        result=row.result,
        level=mentoring.worth(session, number, me.employee_id),
    )


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


def agree(session: Session, me: Me, number: int) -> Went:
    """I want it; with the second yes it begins."""
    row = _proposed(session, me, number)
    mentor = row.mentor_id == me.employee_id
    column = "mentor_agreed_at" if mentor else "mentee_agreed_at"
    mentoring.change(session, number, (State.PROPOSED,), **{column: me.now})
    _answered(session, me, row, me.employee_id)
    if (row.mentee_agreed_at if mentor else row.mentor_agreed_at) is None:
        return Went(place("mentoring.card", number), texts.agreed_notice())
    mentoring.change(session, number, (State.PROPOSED,), state=State.ACTIVE, started_on=me.today)
    facts = {"mentor": row.mentor_id, "mentee": row.mentee_id}
    audit.record(session, me.now, me.employee_id, "mentoring.start", f"mentoring/{number}", facts)
    tell(session, me.now, "mentoring.started", number, other_of(row, me))
    return Went(place("mentoring.card", number), texts.started_notice())


def decline(session: Session, me: Me, number: int) -> Went:
    """I do not want it, and need not say why; these two are not proposed again."""
    row = _proposed(session, me, number)
    mentoring.change(session, number, (State.PROPOSED,), state=State.DECLINED)
    _answered(session, me, row, None)
    tell(session, me.now, "mentoring.declined", number, other_of(row, me))
    return Went(Place("mentoring.home"), texts.declined_notice())


def ask_end(session: Session, me: Me, number: int) -> Card:
    """What has come of it?"""
    _active(session, me, number)
    return card(session, me, number)


def end(session: Session, me: Me, number: int, outcome: str) -> Went:
    """It ends with a result; both are then asked how useful it was."""
    row = _active(session, me, number)
    if outcome not in set(Outcome):
        raise Refused(words.not_available(), "outcome")
    mentoring.change(
        session, number, (State.ACTIVE,), state=State.ENDED, ended_on=me.today,
        ended_by=me.employee_id, outcome=outcome,
    )  # fmt: skip
    facts = {"mentor": row.mentor_id, "mentee": row.mentee_id, "outcome": outcome}
    audit.record(session, me.now, me.employee_id, "mentoring.end", f"mentoring/{number}", facts)
    tell(session, me.now, "mentoring.ended", number, other_of(row, me))
    return Went(place("mentoring.card", number), texts.ended_notice())


def say_result(session: Session, me: Me, number: int, text: str) -> Place:
    """What was learned, in a few words; both may write it."""
    row = seen(session, me, number)
    if row.state not in (State.ACTIVE, State.ENDED):
        raise Refused(texts.not_running(), "not_running")
    mentoring.change(session, number, (State.ACTIVE, State.ENDED), result=tidy(text, RESULT))
    return place("mentoring.card", number)


def value(session: Session, me: Me, number: int, level: int) -> Went:
    """How useful it was to me; nobody sees it but together with others."""
    row = seen(session, me, number)
    if row.state != State.ENDED or level not in LEVELS:
        raise Refused(texts.not_ended(), "not_ended")
    mentoring.put_worth(session, number, me.employee_id, level)
    return Went(place("mentoring.card", number), texts.valued_notice())


def _proposed(session: Session, me: Me, number: int) -> Mentoring:
    row = seen(session, me, number)
    mine = row.mentor_agreed_at if row.mentor_id == me.employee_id else row.mentee_agreed_at
    if row.state != State.PROPOSED or mine is not None:
        raise Refused(texts.answered(), "answered")
    return row


def _active(session: Session, me: Me, number: int) -> Mentoring:
    row = seen(session, me, number)
    if row.state != State.ACTIVE:
        raise Refused(texts.not_running(), "not_running")
    return row


def _answered(session: Session, me: Me, row: Mentoring, owner: int | None) -> None:
    """Nobody owes this answer any more; everybody's when nobody is named."""
    for one in (row.mentor_id, row.mentee_id):
        if owner in (None, one):
            duties.done(
                session, DutyKind.ANSWER_MENTORING, me.now, owner_id=one,
                about_id=row.mentee_id if one == row.mentor_id else row.mentor_id,
                object_id=row.id or 0,
            )  # fmt: skip
