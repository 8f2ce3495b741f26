"""The evaluation team's desk: which quarter it works on, and which of its doors stand open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.appraisals.team import period_asked
from bot.actions.me import Me
from bot.actions.panel.scope import BEGUN
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from storage import appraisals, duties, employees, periods
from storage.duties import DutyKind


@dataclass(frozen=True, slots=True)
class Home:
    """`member`: I belong to the team; else I am a head who signs. `rated`: I have a mirror.

    `to_sign`: adjustments that wait for me, with whom they are about. `before`: a quarter whose
    spread is on record, while this one has none yet: its number and quarter.
    """

    period_id: int
    year: int
    quarter: int
    state: PeriodState
    calibrate_until: date
    today: date
    member: bool
    rated: bool
    to_sign: Sequence[tuple[int, str]]
    before: tuple[int, int] | None


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
        _to_sign(session, me),
        None if period.state in BEGUN else _before(session),
    )


def _before(session: Session) -> tuple[int, int] | None:
    begun = [one for one in periods.recent(session, 2) if one.state in BEGUN]
    return (begun[0].id or 0, begun[0].quarter) if begun else None


def _to_sign(session: Session, me: Me) -> Sequence[tuple[int, str]]:
    if not me.has(Role.HEAD):
        return ()
    mine = duties.open_ones(session, (me.employee_id,), (DutyKind.SIGN_ADJUSTMENT,), me.today)
    people = employees.many(session, sorted({one.about_id for one in mine}))
    return [(one.object_id, people[one.about_id].name) for one in mine]
