"""A published quarter is final when every time to object is over and no objection waits.

Until then an award may be owed: whose result is still open is proposed by nobody.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.holidays import workdays_around
from bot.actions.receipts.standing import standing
from bot.rules.objections import State
from bot.rules.periods import PeriodState
from storage import (
    absences,
    audit,
    duties,
    objections,
    periods,
    publication,
    released,
    rounds,
    supplements,
)
from storage.duties import DutyKind
from storage.periods import Period
from storage.released import Issued

CHUNK = 2_000
OVER = (State.DECIDED, State.WITHDRAWN)


def finish(session: Session, now: datetime) -> None:
    """Bring published quarters to their end; each is looked at once a day."""
    today = agency_days(session, now).last
    for period in periods.everything(session):
        if period.state != PeriodState.PUBLISHED or period.id is None:
            continue
        if rounds.first_today(session, f"objections.finish/{period.id}", today) and is_over(
            session, period, now
        ):
            _turn(session, period, now)


def is_over(session: Session, period: Period, now: datetime) -> bool:
    """Whether nobody may object to a result of this period any more, nor waits for a decision."""
    assert period.id is not None
    release = publication.of_period(session, period.id)
    if release is None or release.finished_at is None:
        return False
    if now < release.signed_at + timedelta(period.objection_days):
        return False
    states, after = objections.states_of(session, period.id), 0
    if State.FILED in states.values() or supplements.count(session, period.id)[0]:
        return False
    while rows := released.receipts_after(session, period.id, after, CHUNK):
        open_ones = _may_be_open(session, period, rows, now)
        for row in open_ones:
            if states.get(row.employee_id) not in OVER and _is_open(session, period, row, now):
                return False
        after = rows[-1].receipt_id
    return True


def _may_be_open(
    session: Session, period: Period, rows: list[Issued], now: datetime
) -> list[Issued]:
    """Those whose time is not over by the calendar alone; leave makes it only longer."""
    first = min(row.issued_at for row in rows).date() - timedelta(1)
    away = absences.away_since(session, first)
    workdays = schemes.of_period(session, period).objection.receipt_workdays

    @cache
    def deemed(day: date, days_per_week: int) -> date:
        return workdays_around(session, days_per_week, day).add_workdays(day, workdays)

    found = []
    for row in rows:
        zone = ZoneInfo(row.zone)
        starts = [deemed(row.issued_at.astimezone(zone).date(), row.days_per_week)]
        if row.taken_at is not None:
            starts.append(row.taken_at.astimezone(zone).date())
        last = min(starts) + timedelta(period.objection_days)
        if last >= now.astimezone(zone).date() or row.employee_id in away:
            found.append(row)
    return found


def _is_open(session: Session, period: Period, row: Issued, now: datetime) -> bool:
    at = standing(session, period, row.employee_id, row.edition, row.issued_at, now)
    return at.window is None or at.today <= at.window.last


def _turn(session: Session, period: Period, now: datetime) -> None:
    before, after = PeriodState.PUBLISHED, PeriodState.FINAL
    assert period.id is not None
    if periods.move(session, period.id, before, after):
        owed = duties.still_open(session, period.id, (DutyKind.PROPOSE_AWARD,), CHUNK)
        duties.cancel(session, owed, now)
        facts = {"from": before.value, "to": after.value}
        about = f"period/{schemes.quarter_of(period)}"
        audit.record(session, now, None, "periods.turn", about, facts)
