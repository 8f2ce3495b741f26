"""Closing of rating: the results of a period computed anew from everybody who rated, in chunks."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel import Session

from bot.actions import peers, schemes, scores, serving
from bot.actions.surveys import pinning
from bot.rules.periods import PeriodState
from storage import audit, closings, periods, results
from storage.closings import Closing
from storage.periods import Period

log = structlog.get_logger()
CHUNK = 300
"""People in one transaction: as many as no tap waits for longer than a blink."""


def close(session: Session, now: datetime) -> bool:
    """Compute at most a chunk of the results of a period in calibration; whether more is left.

    Whoever dies here is followed by another who goes on where the last transaction ended. What is
    sent later computes that person's result again (`scores.settle`).
    """
    for period in periods.running(session):
        if period.state == PeriodState.CALIBRATION and _goes_on(session, period, now):
            return True
    return False


def progress(session: Session, period: Period) -> tuple[int, int] | None:
    """How many of how many results are computed from everybody; None once all are."""
    if period.state != PeriodState.CALIBRATION:
        return None
    assert period.id is not None
    one = closings.of_period(session, period.id)
    if one is None:
        return 0, results.count(session, period.id)
    return None if one.finished_at else (one.done, one.people)


def _goes_on(session: Session, period: Period, now: datetime) -> bool:
    assert period.id is not None
    one = closings.of_period(session, period.id)
    if one is None:
        if peers.close(session, period, now, CHUNK):
            return True
        pinning.pin(session, period, now)
        closings.begin(session, period.id, results.count(session, period.id), now)
        return True
    if one.finished_at is not None:
        return False
    _chunk(session, period, one, now)
    return True


def _chunk(session: Session, period: Period, one: Closing, now: datetime) -> None:
    assert period.id is not None
    old = results.after(session, period.id, one.reached, CHUNK)
    if old:
        people = [one.employee_id for one in old]
        pinning.assign(session, period, people)
        serving.put_days(session, period, people)
        scores.renew(session, period, old, now, None)
        closings.advance(session, period.id, old[-1].employee_id, len(old))
        return
    closings.finish(session, period.id, now)
    quarter = schemes.quarter_of(period)
    audit.record(session, now, None, "periods.close", f"period/{quarter}", {"results": one.done})
    log.info("period_closed", quarter=str(quarter), results=one.done)
