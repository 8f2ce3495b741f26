"""What the clock does for colleagues: draw when rating begins, replace, flush when it is over."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.peers import closing, drawing, replacing
from bot.rules.periods import PeriodState
from storage import periods
from storage.peers import draws

CLOSED_AT_ONCE = 300


def tick(session: Session, now: datetime) -> bool:
    """Bring draws and closed windows forward by one chunk; whether there is more to do.

    Idempotent. Nothing is drawn in a period whose scheme asks no colleagues, nor after its
    window.
    """
    for period in periods.running(session):
        if period.state != PeriodState.RATING or not schemes.of_period(session, period).asks_peers:
            continue
        if drawing.step(session, period, now) or replacing.step(session, period, now):
            return True
    for period_id in draws.unclosed(session):
        over = periods.get(session, period_id)
        assert over is not None
        closing.close(session, over, now, CLOSED_AT_ONCE)
        return True
    return False
