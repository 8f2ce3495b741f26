"""Which quarter's drill is meant, to whom its door stands open, and the own distance."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.drills import Distance, distance
from bot.rules.periods import PeriodState
from bot.texts import drills as texts
from bot.texts import words
from storage import drills, duties, periods
from storage.duties import FORMS
from storage.periods import Period

FIRST = (PeriodState.RATING, PeriodState.CALIBRATION, PeriodState.OPEN)
"""Of several quarters that run, the drill of which is wanted first."""


def needed(session: Session, me: Me) -> bool:
    """Whether there is a drill now, and I rate or look after it."""
    number = now(session)
    if not number:
        return False
    return me.has(Role.HR) or bool(duties.kinds_of(session, number, me.employee_id, FORMS))


def now(session: Session) -> int:
    """The quarter whose drill is wanted now, 0 for none."""
    period = _current(session)
    return period.id or 0 if period is not None else 0


def period_of(session: Session, period_id: int = 0) -> Period:
    """This quarter, or the one that is rated now. Refused where there is no drill."""
    period = periods.get(session, period_id) if period_id else _current(session)
    if period_id and (period is None or period.state == PeriodState.PLANNED):
        raise Refused(words.not_available(), "unknown_period")
    if period is None or not _has_cases(session, period):
        raise Refused(texts.none(), "no_drill")
    return period


def own(session: Session, me: Me, period_id: int) -> Distance:
    """How far I was from gold, for my eyes only."""
    found = drills.of_rater(session, period_id, me.employee_id)
    return distance([(one.level, one.gold) for one in found])


def _current(session: Session) -> Period | None:
    those = [one for one in periods.running(session) if _has_cases(session, one)]
    return min(those, key=lambda one: FIRST.index(PeriodState(one.state)), default=None)


def _has_cases(session: Session, period: Period) -> bool:
    begun = period.state != PeriodState.PLANNED
    return begun and bool(schemes.of_period(session, period).drill_cases)
