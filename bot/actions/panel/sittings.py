"""Views of the team on one result: given unseen, closed together, once more on disagreement."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.me import Me
from bot.actions.panel.rounds import ask_again, ask_changed, begin, current, settle_duties
from bot.actions.panel.scope import Subject, demand_working, sentence, subject, voters
from bot.actions.refusals import Refused
from bot.rules.panel import View, may_close, tally, wants_second
from bot.rules.periods import PeriodState
from bot.screens import Went, place
from bot.texts import panel as texts
from bot.texts import words
from storage import audit, duties, employees, periods, results, sittings
from storage.duties import DutyKind
from storage.employees import Employee
from storage.periods import Period
from storage.sittings import Sitting

LONGEST = 250


def keep(session: Session, me: Me, period_id: int, employee_id: int) -> Went:
    """My view is that the result fits, without a word why."""
    return _give(session, me, subject(session, me, period_id, employee_id), View.KEEP, None)


def ask_view(
    session: Session, me: Me, period_id: int, employee_id: int, view: str
) -> tuple[Subject, View]:
    """Asks why it is too high or too low; or why it fits, which one may leave unsaid."""
    if view not in set(View):
        raise Refused(words.not_available(), "no_such_view")
    found = subject(session, me, period_id, employee_id)
    demand_working(found.period)
    _demand_open(session, found)
    return found, View(view)


def say(session: Session, me: Me, period_id: int, employee_id: int, view: str, text: str) -> Went:
    """My view, and why: what the others read before a second round, when we disagree."""
    found, said = ask_view(session, me, period_id, employee_id, view)
    return _give(session, me, found, said, sentence(text, LONGEST))


def turn(session: Session, now: datetime, today: date) -> int:
    """Close the sittings whose days are over with enough views; how many.

    Where a result has changed since, its views are asked for again.
    """
    closed = 0
    for period in periods.running(session):
        assert period.id is not None
        if period.state == PeriodState.CALIBRATION:
            ask_changed(session, period, now)
        for sitting in sittings.open_ones(session, period.id):
            if sitting.due_on < today:
                person = employees.get(session, sitting.employee_id)
                assert person is not None
                closed += _close_if_due(session, period, person, sitting, now, today)
    return closed


def _demand_open(session: Session, found: Subject) -> Sitting | None:
    """The sitting that takes views; None when one has to begin."""
    assert found.person.id is not None
    newest = current(session, found.result)
    if newest is not None and newest.state == sittings.CLOSED:
        raise Refused(texts.views_closed(), "closed")
    if found.result.edition > 1:
        raise Refused(texts.adjusted_already(), "adjusted")
    return newest


def _give(session: Session, me: Me, found: Subject, view: View, reason: str | None) -> Went:
    demand_working(found.period)
    sitting = _demand_open(session, found) or _anew(session, me, found)
    assert sitting.id is not None
    assert found.person.id is not None
    number = sittings.give(session, sitting.id, me.employee_id, view, reason, me.now)
    facts = {"sitting": sitting.id, "employee": found.person.id}
    about = f"panelview/{number}"
    audit.record(session, me.now, me.employee_id, "panel.view", about, facts)
    duties.done(
        session, DutyKind.VIEW, me.now, owner_id=me.employee_id,
        period_id=sitting.period_id, about_id=sitting.employee_id, object_id=sitting.id,
    )  # fmt: skip
    _close_if_due(session, found.period, found.person, sitting, me.now, me.today)
    there = place("panel.person", sitting.period_id, sitting.employee_id)
    return Went(there, texts.view_kept())


def _anew(session: Session, me: Me, found: Subject) -> Sitting:
    """The round that my view begins; one about other numbers is over."""
    stale = sittings.newest(session, found.result.period_id, found.result.employee_id)
    if stale is not None and stale.state == sittings.OPEN:
        return ask_again(session, found, stale, me.now)
    return begin(session, found, me.employee_id, me.now)


def _close_if_due(
    session: Session,
    period: Period,
    person: Employee,
    sitting: Sitting,
    now: datetime,
    today: date,
) -> bool:
    assert sitting.id is not None
    those = voters(session, person, today)
    given = {one.member_id: View(one.view) for one in sittings.views(session, sitting.id)}
    scheme = schemes.of_period(session, period)
    if not may_close(those, given, scheme.awards.quorum, sitting.due_on, today):
        return False
    found = tally(given, those)
    if not sittings.close(session, sitting.id, now, found.keep, found.high, found.low):
        return False
    facts = {"keep": found.keep, "high": found.high, "low": found.low}
    audit.record(session, now, None, "panel.close", f"sitting/{sitting.id}", facts)
    settle_duties(session, sitting, now)
    if wants_second(found, scheme.view_gap, second=sitting.second):
        result = _again(session, period, person)
        if result is not None:
            begin(session, result, None, now, second=True)
    return True


def _again(session: Session, period: Period, person: Employee) -> Subject | None:
    result = results.of(session, period.id or 0, person.id or 0)
    return Subject(period, person, result) if result else None
