"""What both do with a pair: agreeing, declining, ending it, and saying what it was worth."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.mentoring.letters import tell
from bot.actions.mentoring.sharing import Card, card, held, other_of, running, seen
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.mentoring import SHOWN_FROM, Outcome, State
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from bot.texts import words
from storage import audit, duties, mentoring
from storage.duties import DutyKind
from storage.mentoring import Mentoring

RESULT = 300
LEVELS = (1, 2, 3, 4, 5)


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
    mentoring.change(
        session, number, (State.PROPOSED,), state=State.DECLINED, declined_by=me.employee_id
    )
    facts = {"mentor": row.mentor_id, "mentee": row.mentee_id}
    about = f"mentoring/{number}"
    audit.record(session, me.now, me.employee_id, "mentoring.decline", about, facts)
    _answered(session, me, row, None)
    tell(session, me.now, "mentoring.declined", number, other_of(row, me))
    return Went(Place("mentoring.home"), texts.declined_notice())


def ask_end(session: Session, me: Me, number: int) -> Card:
    """What has come of it?"""
    running(seen(session, me, number))
    return card(session, me, number)


def end(session: Session, me: Me, number: int, outcome: str) -> Went:
    """It ends with a result; both are then asked how useful it was."""
    row = running(held(session, me, number))
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
    row = held(session, me, number)
    if row.state not in (State.ACTIVE, State.ENDED):
        raise Refused(texts.not_running(), "not_running")
    mentoring.change(session, number, (State.ACTIVE, State.ENDED), result=tidy(text, RESULT))
    return place("mentoring.card", number)


def value(session: Session, me: Me, number: int, level: int) -> Went:
    """How useful it was to me; nobody sees it but together with others."""
    row = held(session, me, number)
    if row.state != State.ENDED or level not in LEVELS:
        raise Refused(texts.not_ended(), "not_ended")
    if not mentoring.put_worth(session, number, me.employee_id, level):
        raise Refused(texts.told_already(), "told")
    waiting = mentoring.untold(session, mentors=row.mentor_id == me.employee_id)
    if len({one.person_id for one in waiting}) >= SHOWN_FROM:
        mentoring.tell(session, waiting)
    return Went(place("mentoring.card", number), texts.valued_notice())


def _proposed(session: Session, me: Me, number: int) -> Mentoring:
    row = held(session, me, number)
    mine = row.mentor_agreed_at if row.mentor_id == me.employee_id else row.mentee_agreed_at
    if row.state != State.PROPOSED or mine is not None:
        raise Refused(texts.answered(), "answered")
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
