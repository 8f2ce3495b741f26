"""Which forms there are, how far they are, and what they say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import and_, case, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.appraisals.form import DRAFT, SENT, SUPERIOR, Appraisal, Rating


def get(session: Session, appraisal_id: int) -> Appraisal | None:
    return session.get(Appraisal, appraisal_id)


def of(
    session: Session, period_id: int, employee_id: int, source: str, official_id: int
) -> Appraisal | None:
    return session.exec(
        select(Appraisal).where(
            Appraisal.period_id == period_id,
            Appraisal.employee_id == employee_id,
            Appraisal.source == source,
            Appraisal.official_id == official_id,
        )
    ).first()


def begun(session: Session, period_id: int) -> frozenset[int]:
    """Employees about whom any form of the period exists, sent or not."""
    found = select(Appraisal.employee_id).where(Appraisal.period_id == period_id)
    return frozenset(session.exec(found).all())


def sent_about(session: Session, period_id: int, employee_id: int) -> Sequence[Appraisal]:
    """All sent appraisals of one person in one period."""
    found = select(Appraisal).where(
        Appraisal.period_id == period_id,
        Appraisal.employee_id == employee_id,
        Appraisal.state == SENT,
    )
    return session.exec(found.order_by(col(Appraisal.id))).all()


def of_superiors(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> Sequence[Appraisal]:
    """Every superior's form about these people that was sent."""
    found = select(Appraisal).where(
        Appraisal.period_id == period_id,
        col(Appraisal.employee_id).in_(employee_ids),
        Appraisal.source == SUPERIOR,
        Appraisal.state == SENT,
    )
    return session.exec(found.order_by(col(Appraisal.id))).all()


def rated(session: Session, period_id: int) -> frozenset[tuple[int, int]]:
    """Superior and employee of every superior's form that was sent."""
    found = select(Appraisal.official_id, Appraisal.employee_id).where(
        Appraisal.period_id == period_id,
        Appraisal.source == SUPERIOR,
        Appraisal.state == SENT,
    )
    return frozenset(session.exec(found).all())


def states_of(
    session: Session, period_id: int, source: str, employee_ids: Collection[int],
    official_ids: Collection[int] = (),
) -> dict[int, str]:  # fmt: skip
    """Whether people's appraisal by this group is a draft or sent; absent where none is begun.

    Only those of these officials, if any are named.
    """
    found = select(Appraisal.employee_id, Appraisal.state).where(
        Appraisal.period_id == period_id,
        Appraisal.source == source,
        col(Appraisal.employee_id).in_(employee_ids),
    )
    if official_ids:
        found = found.where(col(Appraisal.official_id).in_(official_ids))
    states: dict[int, str] = {}
    for employee_id, state in session.exec(found):
        if states.get(employee_id) != SENT:
            states[employee_id] = state
    return states


def own_states(
    session: Session, period_id: int, source: str, official_ids: Collection[int]
) -> dict[int, str]:
    """Whether these officials' own forms are drafts or sent, by the person they are about."""
    found = select(Appraisal.employee_id, Appraisal.state).where(
        Appraisal.period_id == period_id,
        Appraisal.source == source,
        col(Appraisal.official_id).in_(official_ids),
    )
    return dict(session.exec(found).all())


def any_of(session: Session, official_id: int) -> bool:
    """Whether this official has ever sent a form."""
    found = select(Appraisal.id).where(
        Appraisal.official_id == official_id, Appraisal.state == SENT
    )
    return session.exec(found.limit(1)).first() is not None


def sent_pairs(session: Session, period_id: int, source: str) -> set[tuple[int, int]]:
    """Official and person of every form of this group that was sent."""
    found = select(Appraisal.official_id, Appraisal.employee_id).where(
        Appraisal.period_id == period_id, Appraisal.source == source, Appraisal.state == SENT
    )
    return set(session.exec(found).all())


def levels_on(
    session: Session, period_id: int, source: str, official_ids: Collection[int], indicator: str
) -> dict[int, int]:
    """The levels these officials gave on one indicator, by person."""
    found = (
        select(Appraisal.employee_id, Rating.level)
        .join(Rating, col(Rating.appraisal_id) == col(Appraisal.id))
        .where(
            Appraisal.period_id == period_id,
            Appraisal.source == source,
            col(Appraisal.official_id).in_(official_ids),
            Rating.indicator == indicator,
        )
    )
    return dict(session.exec(found).all())


class Filled(NamedTuple):
    """How far a draft is: levels given, and departures of `gap` or more without a reason."""

    appraisal_id: int
    employee_id: int
    levels: int
    unreasoned: int


def filled(
    session: Session, period_id: int, source: str, official_id: int, gap: int
) -> Sequence[Filled]:
    """This official's drafts of a period that have a level, oldest first."""
    far = and_(
        func.abs(col(Rating.level) - col(Rating.proposed)) >= gap, col(Rating.reason).is_(None)
    )
    found = (
        select_columns(
            col(Appraisal.id), col(Appraisal.employee_id), func.count(),
            func.sum(case((far, 1), else_=0)),
        )
        .join(Rating, col(Rating.appraisal_id) == col(Appraisal.id))
        .where(
            col(Appraisal.period_id) == period_id,
            col(Appraisal.source) == source,
            col(Appraisal.official_id) == official_id,
            col(Appraisal.state) == DRAFT,
        )
        .group_by(col(Appraisal.id), col(Appraisal.employee_id))
        .order_by(col(Appraisal.id))
    )  # fmt: skip
    return [Filled(*row) for row in session.connection().execute(found)]


def ratings(session: Session, appraisal_id: int) -> dict[str, Rating]:
    """The levels given so far, by indicator."""
    fresh = select(Rating).where(Rating.appraisal_id == appraisal_id)
    found = session.exec(fresh.execution_options(populate_existing=True))
    return {rating.indicator: rating for rating in found}
