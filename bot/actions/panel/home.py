"""The evaluation team's desk: which quarter it works on, and which of its doors stand open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.appraisals.team import period_asked
from bot.actions.me import Me
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from storage import appraisals


@dataclass(frozen=True, slots=True)
class Home:
    """`member`: I belong to the team; else I am a head who signs. `rated`: I have a mirror."""

    period_id: int
    year: int
    quarter: int
    state: PeriodState
    calibrate_until: date
    today: date
    member: bool
    rated: bool


def doors_open(_: Session, me: Me) -> bool:
    """Whether the team's desk is any business of mine."""
    return me.has(Role.EVALUATION_TEAM) or me.has(Role.HEAD)


def has_rated(session: Session, me: Me) -> bool:
    """Whether any form stands under my name."""
    return appraisals.any_of(session, me.employee_id)


def home(session: Session, me: Me) -> Home:
    """The quarter that the team works on now."""
    rights.demand(session, me, "panel.open")
    period = period_asked(session, me)
    assert period.id is not None
    return Home(
        period.id,
        period.year,
        period.quarter,
        PeriodState(period.state),
        period.calibrate_until,
        me.today,
        me.has(Role.EVALUATION_TEAM),
        has_rated(session, me),
    )
