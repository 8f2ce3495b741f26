"""What the clock does for colleagues: draw after proposals, replace, flush when it is over."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.peers import closing, drawing, replacing
from bot.rules.periods import PeriodState
from storage import periods
from storage.peers import draws
from storage.periods import Period

CLOSED_AT_ONCE = 300


def tick(session: Session, now: datetime) -> bool:
    """Bring draws and closed windows forward by one chunk; whether there is more to do.

    Idempotent. A draw begins when the last day of proposals is over; nothing is drawn in a period
    whose scheme asks no colleagues, nor after its window.
    """
    for period in periods.running(session):
        if not _draws(session, period, now):
            continue
        if drawing.step(session, period, now) or replacing.step(session, period, now):
            return True
    for period_id in draws.unclosed(session):
        over = periods.get(session, period_id)
        assert over is not None
        closing.close(session, over, now, CLOSED_AT_ONCE)
        return True
    return False


def _draws(session: Session, period: Period, now: datetime) -> bool:
    if not schemes.of_period(session, period).asks_peers:
        return False
    if period.state != PeriodState.OPEN:
        return period.state == PeriodState.RATING
    return agency_days(session, now).last > schemes.proposals_until(session, period)
