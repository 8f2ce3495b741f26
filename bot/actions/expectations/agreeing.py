"""The superior's word on what was proposed: all at once, one by one, or back with a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.expectations.drafting import sentence
from bot.actions.expectations.following import tidy
from bot.actions.expectations.letters import tell_agreed, tell_returned
from bot.actions.expectations.proposing import decided
from bot.actions.expectations.reading import of_person, opened_period
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.expectations import NOTE_LEAST, NOTE_LENGTH, State, Wording, may_agree
from bot.rules.periods import PeriodState
from bot.rules.stamps import stamp, still
from bot.screens import Went, place
from bot.texts import expectations as texts
from bot.texts import words
from storage import audit, employees, expectations, periods, results
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Returning:
    """What is about to be sent back: one planned result, or all that waits of a person."""

    period_id: int
    employee_id: int
    name: str
    wording_id: int
    texts: Sequence[str]


def seen_of(waiting: Sequence[Wording]) -> str:
    return stamp(*(one.number for one in waiting))


def agree(session: Session, me: Me, wording_id: int) -> Went:
    """Agree to one of them."""
    period, about, one = _waiting_one(session, me, wording_id)
    _decide(session, me, period, about, [one], State.AGREED)
    return _onwards(session, period, about, texts.agreed_notice(1))


def agree_all(session: Session, me: Me, period_id: int, employee_id: int, seen: str = "") -> Went:
    """Agree to everything that waits of a person, if it is what I have `seen`."""
    rights.demand(session, me, "expectations.agree", about=employee_id)
    period = opened_period(session, period_id)
    waiting = _waiting_all(session, period, employee_id)
    if not still(seen, *(one.number for one in waiting)):
        here = place("expectations.person", period_id, employee_id)
        return Went(here, words.changed_since())
    _decide(session, me, period, employee_id, waiting, State.AGREED)
    return _onwards(session, period, employee_id, texts.agreed_notice(len(waiting)))


def ask_return(session: Session, me: Me, wording_id: int) -> Returning:
    """What one would be sent back with a note about."""
    period, about, one = _waiting_one(session, me, wording_id)
    return _returning(session, period, about, [one], wording_id)


def ask_return_all(session: Session, me: Me, period_id: int, employee_id: int) -> Returning:
    rights.demand(session, me, "expectations.agree", about=employee_id)
    period = opened_period(session, period_id)
    waiting = _waiting_all(session, period, employee_id)
    return _returning(session, period, employee_id, waiting, 0)


def send_back(session: Session, me: Me, wording_id: int, text: str) -> Went:
    """Send one back; the note says what to mend."""
    period, about, one = _waiting_one(session, me, wording_id)
    note = sentence(text, NOTE_LEAST, NOTE_LENGTH)
    _decide(session, me, period, about, [one], State.RETURNED, note)
    return _onwards(session, period, about, texts.returned_notice())


def send_all_back(session: Session, me: Me, period_id: int, employee_id: int, text: str) -> Went:
    """Send everything that waits back with one note."""
    rights.demand(session, me, "expectations.agree", about=employee_id)
    period = opened_period(session, period_id)
    waiting = _waiting_all(session, period, employee_id)
    note = sentence(text, NOTE_LEAST, NOTE_LENGTH)
    _decide(session, me, period, employee_id, waiting, State.RETURNED, note)
    return _onwards(session, period, employee_id, texts.returned_notice())


def _waiting_one(session: Session, me: Me, wording_id: int) -> tuple[Period, int, Wording]:
    found = expectations.wording(session, wording_id)
    about = found[0].employee_id if found else None
    rights.demand(session, me, "expectations.agree", about=about)
    assert found is not None
    row, one = found
    if one.state is not State.PROPOSED or one.set_aside:
        raise Refused(texts.decided_already(), "decided")
    period = periods.get(session, row.period_id)
    assert period is not None
    _demand_open(session, period, row.employee_id)
    return period, row.employee_id, one


def _waiting_all(session: Session, period: Period, employee_id: int) -> list[Wording]:
    _demand_open(session, period, employee_id)
    found = waiting_of(session, period, employee_id)
    if not found:
        raise Refused(texts.decided_already(), "decided")
    return found


def waiting_of(session: Session, period: Period, employee_id: int) -> list[Wording]:
    """What a person has proposed and waits for the superior."""
    hands = [one.hand for one in of_person(session, period, employee_id)]
    return [hand for hand in hands if hand is not None and hand.state is State.PROPOSED]


def _demand_open(session: Session, period: Period, employee_id: int) -> None:
    assert period.id is not None
    rated = results.of(session, period.id, employee_id) is not None
    if not may_agree(PeriodState(period.state), rated=rated):
        raise Refused(texts.agreement_closed(), "closed")


def _decide(
    session: Session, me: Me, period: Period, about: int, those: Sequence[Wording],
    state: State, note: str = "",
) -> None:  # fmt: skip
    action = "agree" if state is State.AGREED else "return"
    for one in those:
        if not expectations.decide(session, one.number, state, me.employee_id, me.now, note):
            raise Refused(words.changed_since(), "changed")
        audit.record(
            session, me.now, me.employee_id, f"expectations.{action}",
            f"wording/{one.number}", decided(session, one, period, about),
        )  # fmt: skip
    for number in sorted({one.round for one in those}):
        over = tidy(session, period, about, number, me.now)
        if state is State.RETURNED:
            tell_returned(session, period, about, number, me.now)
        elif over:
            tell_agreed(session, period, about, number, me.now)


def _onwards(session: Session, period: Period, about: int, notice: str) -> Went:
    """To what still waits of this person, else to the list of my people."""
    assert period.id is not None
    if waiting_of(session, period, about):
        return Went(place("expectations.person", period.id, about), notice)
    return Went(place("expectations.team", period.id), notice)


def _returning(
    session: Session, period: Period, about: int, those: Sequence[Wording], wording_id: int
) -> Returning:
    assert period.id is not None
    person = employees.get(session, about)
    assert person is not None
    said = [one.text for one in those]
    return Returning(period.id, about, person.name, wording_id, said)
