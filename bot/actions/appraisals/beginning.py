"""Beginning a form, or going on with it where it was left."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.appraisals.forms import demand_open, open_form
from bot.actions.appraisals.serving import demand_served, official_of
from bot.actions.drills.gate import demand_trained
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.periods import PeriodState
from bot.rules.schemes import Source
from bot.screens import Place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, audit, duties, employees, periods
from storage.appraisals import ways
from storage.duties import DutyKind


def start(session: Session, me: Me, period_id: int, employee_id: int) -> Place:
    """Begin the form about one of mine, or go on where it was left."""
    number = begin(session, me, period_id, employee_id)
    by_person(session, me, period_id, Source.SUPERIOR)
    return open_form(session, me, number).next_open()


def begin(session: Session, me: Me, period_id: int, employee_id: int) -> int:
    """The number of my form about one of mine, begun now unless it was before."""
    demand_served(session, me, "appraisals.rate", employee_id, period_id)
    person, period = employees.get(session, employee_id), periods.get(session, period_id)
    assert person is not None
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    demand_open(session, me, period, employee_id)
    demand_trained(session, me, period)
    owed = official_of(session, me, employee_id, period_id)
    if not owed and duties.owners(session, period_id, DutyKind.APPRAISE, employee_id):
        raise Refused(texts.another_rates(), "another_rates")
    official = owed or person.superior_id
    assert official is not None
    sent = appraisals.sent_about(session, period_id, employee_id)
    those = [one.official_id for one in sent if one.source == Source.SUPERIOR]
    if official in those or (those and not owed):
        raise Refused(texts.already_sent(), "already_sent")
    return put_in_hand(session, me, period_id, employee_id, Source.SUPERIOR, official)


def by_person(session: Session, me: Me, period_id: int, source: Source) -> None:
    """A form was opened by itself: from now on by person, if another way or none was chosen."""
    if ways.by_criterion(session, period_id, me.employee_id, source) is not False:
        ways.choose(session, period_id, me.employee_id, source, by_criterion=False)


def put_in_hand(
    session: Session, me: Me, period_id: int, employee_id: int, source: Source, official_id: int
) -> int:
    """The official's form about this person, with an entry that I began it."""
    begun = appraisals.begin(
        session, period_id, employee_id, source, official_id, me.employee_id, me.now
    )
    assert begun.id is not None
    audit.record(session, me.now, me.employee_id, "appraisals.start", f"appraisal/{begun.id}")
    return begun.id
