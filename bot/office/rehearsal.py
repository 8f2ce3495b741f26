"""What a trainee does with the invented unit: whom to be, what is next, moving the quarter on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.office.practice import (
    EMPLOYEE,
    HATS,
    SUPERIOR,
    account_of,
    begin_rating,
    now_of,
    number_of,
    period_of,
    publish,
)
from bot.rules.achievements import State
from bot.rules.periods import PeriodState
from bot.screens import Place
from bot.texts import practice as texts
from bot.texts import words
from storage import achievement_lists, appraisals, practice, receipts, results

HOME = Place("practice.home")
UNSENT = (State.DRAFT, State.SENDING)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """`done` is one for each of the six steps; `hat` is who the trainee is."""

    hat: str
    done: tuple[bool, ...]
    now: datetime
    period_id: int


def home(session: Session, me: Me) -> Rehearsal:
    """How far the trainee is. Raises Refused outside an invented unit."""
    _demand(session)
    period, ayu = period_of(session), number_of(session, EMPLOYEE)
    assert period.id is not None
    tally = achievement_lists.tally(session, ayu)
    sent = any(many for state, many in tally.items() if state not in UNSENT)
    state = PeriodState(period.state)
    published = state in (PeriodState.PUBLISHED, PeriodState.FINAL)
    result = results.of(session, period.id, ayu)
    receipt = receipts.of(session, period.id, ayu, result.edition) if result else None
    done = (
        sent,
        any(tally.get(one) for one in (State.APPROVED, State.RETURNED, State.REJECTED)),
        state is not PeriodState.OPEN,
        bool(appraisals.sent_about(session, period.id, ayu)),
        published,
        receipt is not None and receipt.taken_at is not None,
    )
    hat = EMPLOYEE if me.employee_id == ayu else SUPERIOR
    return Rehearsal(hat, done, now_of(session), period.id)


def wear(session: Session, me: Me, hat: str) -> Place:
    """Be the employee or the superior from now on."""
    _demand(session)
    if hat not in HATS:
        raise Refused(words.not_available(), "no_hat")
    practice.wear(session, me.telegram_id, account_of(session, hat))
    return HOME


def move_on(session: Session, _: Me) -> Place:
    """End the quarter; then, when the employee was rated, publish."""
    _demand(session)
    period = period_of(session)
    assert period.id is not None
    if period.state == PeriodState.OPEN:
        begin_rating(session)
    elif period.state == PeriodState.RATING:
        if not appraisals.sent_about(session, period.id, number_of(session, EMPLOYEE)):
            raise Refused(texts.rate_first(), "not_rated")
        publish(session)
    return HOME


def _demand(session: Session) -> None:
    if not practice.is_practice(session):
        raise Refused(words.not_available(), "no_practice")
