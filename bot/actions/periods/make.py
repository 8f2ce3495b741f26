"""Schemes, periods and their states by the calendar; then the duties, a chunk at a time."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel import Session

from bot.actions import schemes
from bot.actions.periods import owed, resting, yearly
from bot.rules.periods import WORKING, Days, PeriodState, clashes, state_asked
from bot.rules.quarters import Quarter
from bot.rules.schemes import period_of
from storage import audit, periods, scheme_files
from storage.periods import Period, SchemeVersion

log = structlog.get_logger()


def make(session: Session, now: datetime) -> bool:
    """Bring periods and duties to where this moment wants them; whether more is left to do.

    Idempotent, and safe beside another process that does the same. Never touches more than
    `owed.CHUNK` rows, so that people's taps do not wait: call again while it says true.
    """
    when = resting.begin(session, now)
    today = when.today
    _install_scheme(session, now)
    _make_periods(session, today, now)
    schemes.pin(session, today, now)
    _turn(session, today, now)
    room = owed.CHUNK
    room -= schemes.tell(session, now, room)
    if room <= 0:
        return True
    for period in periods.running(session):
        room -= owed.settle(session, period, when, room)
        if room <= 0:
            return True
    ended = periods.newest_year(session)
    return ended is not None and room <= yearly.settle(session, ended, when, room)


def _install_scheme(session: Session, now: datetime) -> None:
    if periods.has_scheme(session):
        return
    body = scheme_files.default_text()
    scheme = schemes.read(body)
    if periods.add_scheme(session, scheme.version, scheme.in_force_from, body, now):
        audit.record(session, now, None, "schemes.install", f"scheme/{scheme.version}")


def _make_periods(session: Session, today: Days, now: datetime) -> None:
    quarter = Quarter.of(today.first)
    for wanted in (quarter, quarter.next):
        version = periods.scheme_in_force(session, wanted.first_day)
        known = periods.of_quarter(session, wanted.year, wanted.number)
        if version is not None and known is None:
            _add(session, wanted, version, now)


def _add(session: Session, quarter: Quarter, version: SchemeVersion, now: datetime) -> None:
    scheme = schemes.read(version.body)
    milestones = period_of(quarter, scheme.calendar)
    others = [
        (schemes.quarter_of(other), schemes.milestones_of(other))
        for other in periods.everything(session)
    ]
    if beside := clashes(quarter, milestones, others):
        log.error("period_refused", quarter=str(quarter), beside=[str(q) for q in beside])
        return
    assert version.id is not None
    period = Period(
        year=quarter.year,
        quarter=quarter.number,
        scheme_id=version.id,
        formula=scheme.formula,
        opens_on=milestones.opens,
        submit_until=milestones.submission_until,
        rate_until=milestones.rating_until,
        calibrate_until=milestones.calibration_until,
        publish_on=milestones.published,
        objection_days=scheme.objection.days,
        state=PeriodState.PLANNED.value,
    )
    if periods.add(session, period):
        facts = {"scheme": version.version, "formula": scheme.formula}
        audit.record(session, now, None, "periods.make", f"period/{quarter}", facts)


def _turn(session: Session, today: Days, now: datetime) -> None:
    for period in periods.everything(session):
        before = PeriodState(period.state)
        if before not in (PeriodState.PLANNED, *WORKING):
            continue
        after = state_asked(before, schemes.milestones_of(period), today)
        quarter = schemes.quarter_of(period)
        assert period.id is not None
        if after is not before and periods.move(session, period.id, before, after):
            facts = {"from": before.value, "to": after.value}
            audit.record(session, now, None, "periods.turn", f"period/{quarter}", facts)
