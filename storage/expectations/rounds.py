"""Who has proposed, whose proposal waits, whose came back: what duties are made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.rules.expectations import State
from storage.expectations.tables import WAITS, PlannedResult, PlannedWording, joined
from storage.kept import once
from storage.periods import RUNNING, Period
from storage.prepared import Prepared

_LATER: Any = aliased(PlannedWording)
CAME_BACK = (
    joined(col(PlannedResult.period_id), col(Period.state))
    .join(Period, col(Period.id) == col(PlannedResult.period_id))
    .outerjoin(
        _LATER,
        (_LATER.planned_id == col(PlannedWording.planned_id))
        & (_LATER.edition > col(PlannedWording.edition)),
    )
    .where(
        col(PlannedResult.employee_id) == bindparam("owner"),
        col(PlannedWording.state) == State.RETURNED,
        col(PlannedWording.set_aside_at).is_(None),
        _LATER.id.is_(None),
        col(Period.state).in_(RUNNING),
    )
    .distinct()
    .order_by(col(PlannedResult.period_id))
)
_RETURNED = Prepared(CAME_BACK)

_AGREED = Prepared(
    joined(col(PlannedWording.id))
    .join(Period, col(Period.id) == col(PlannedResult.period_id))
    .where(
        col(PlannedResult.employee_id) == bindparam("owner"),
        col(Period.year) == bindparam("year"),
        col(Period.quarter) == bindparam("quarter"),
        col(PlannedWording.state) == State.AGREED,
    )
    .limit(1)
)


def newest_round(session: Session, period_id: int, employee_id: int) -> int:
    """The number of a person's newest proposal of the quarter; 0 before the first."""
    found = joined(func.max(col(PlannedWording.round))).where(
        col(PlannedResult.period_id) == period_id, col(PlannedResult.employee_id) == employee_id
    )
    return session.connection().execute(found).scalar() or 0


def waiting_rounds(
    session: Session, period_id: int, employee_id: int | None = None
) -> list[tuple[int, int, datetime]]:
    """Person, number and moment of every proposal of which something waits for the superior.

    Of everybody when nobody is named.
    """
    person, number = col(PlannedResult.employee_id), col(PlannedWording.round)
    found = joined(person, number, func.min(col(PlannedWording.proposed_at)))
    found = found.where(col(PlannedResult.period_id) == period_id, *WAITS)
    if employee_id is not None:
        found = found.where(person == employee_id)
    rows = session.connection().execute(found.group_by(person, number))
    return [(one, two, at) for one, two, at in rows]


def provided(session: Session, period_id: int) -> frozenset[int]:
    """Everybody of whom something is agreed or waits."""
    found = joined(col(PlannedResult.employee_id)).where(
        col(PlannedResult.period_id) == period_id,
        col(PlannedWording.state).in_((State.PROPOSED, State.AGREED)),
        col(PlannedWording.set_aside_at).is_(None),
    )
    return frozenset(session.connection().execute(found.distinct()).scalars())


def newest_rounds(session: Session, period_id: int) -> dict[int, tuple[int, datetime]]:
    """The newest proposal of each person who has made one, and when it last was touched."""
    person, number = col(PlannedResult.employee_id), col(PlannedWording.round)
    touched = func.coalesce(col(PlannedWording.decided_at), col(PlannedWording.proposed_at))
    found = joined(person, func.max(number), func.max(touched))
    found = found.where(col(PlannedResult.period_id) == period_id, number > 0)
    rows = session.connection().execute(found.group_by(person))
    return {one: (newest, at) for one, newest, at in rows}


@once("plannedwording", "plannedresult", "period")
def returned(session: Session, employee_id: int) -> Sequence[tuple[int, str]]:
    """Running periods, and their states, in which something came back and is not taken up yet."""
    return [(number, state) for number, state in _RETURNED.all(session, owner=employee_id)]


def is_agreed(session: Session, employee_id: int, year: int, quarter: int) -> bool:
    """Whether anything was ever agreed with this person for the quarter."""
    return bool(_AGREED.all(session, owner=employee_id, year=year, quarter=quarter))
