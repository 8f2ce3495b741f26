"""Appraisals: one rater's levels about one person in one period, kept at every tap."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import UniqueConstraint, and_, case, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, SENT = "draft", "sent"
SUPERIOR = "superior"
"""The group that makes a result: without it there is none."""


class Appraisal(SQLModel, table=True):
    """`official_id` is whose appraisal it is, `by_id` whose hand filled it last (a mandate).

    `source` is the group of raters; `days` are those in office that it stands for, NULL when no
    other superior shares the quarter. `note` is the feedback to the person.
    """

    __table_args__ = (UniqueConstraint("period_id", "employee_id", "source", "official_id"),)

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    employee_id: int = Field(foreign_key="employee.id", index=True)
    source: str
    official_id: int = Field(foreign_key="employee.id", index=True)
    by_id: int = Field(foreign_key="employee.id")
    state: str = DRAFT
    note: str | None = sealed()
    days: int | None = None
    started_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)


class Filled(NamedTuple):
    """How far a draft is: levels given, and departures of `gap` or more without a reason."""

    appraisal_id: int
    employee_id: int
    levels: int
    unreasoned: int


class Rating(SQLModel, table=True):
    """One level on one indicator; `proposed` is what the achievements suggested at that moment."""

    appraisal_id: int = Field(foreign_key="appraisal.id", primary_key=True)
    indicator: str = Field(primary_key=True)
    level: int
    proposed: int | None = None
    reason: str | None = sealed()
    at: datetime = moment()
    by_id: int = Field(foreign_key="employee.id")


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


def put_days(session: Session, appraisal_id: int, days: int | None) -> None:
    """Say for how many days in office a form stands, where superiors share a quarter."""
    session.exec(update(Appraisal).where(col(Appraisal.id) == appraisal_id).values(days=days))


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


def begin(
    session: Session,
    period_id: int,
    employee_id: int,
    source: str,
    official_id: int,
    by_id: int,
    now: datetime,
) -> Appraisal:
    """The appraisal of this official about this person, begun now unless it was before."""
    insert_new(
        session,
        Appraisal,
        {
            "period_id": period_id,
            "employee_id": employee_id,
            "source": source,
            "official_id": official_id,
            "by_id": by_id,
            "state": DRAFT,
            "started_at": now,
        },
    )
    begun = of(session, period_id, employee_id, source, official_id)
    assert begun is not None
    return begun


def touch(session: Session, appraisal_id: int, by_id: int, note: str | None = None) -> bool:
    """Take the draft in hand, and put a note on it if one is given; False when it was sent."""
    values: dict[str, object] = {"by_id": by_id} | ({} if note is None else {"note": note})
    return _change(session, appraisal_id, values)


def send(session: Session, appraisal_id: int, by_id: int, now: datetime) -> bool:
    """Make a draft final; False when somebody already did."""
    return _change(session, appraisal_id, {"by_id": by_id, "state": SENT, "sent_at": now})


def _change(session: Session, appraisal_id: int, values: dict[str, object]) -> bool:
    draft = (col(Appraisal.id) == appraisal_id, col(Appraisal.state) == DRAFT)
    changed = session.exec(update(Appraisal).where(*draft).values(values)).rowcount
    return changed == 1


def ratings(session: Session, appraisal_id: int) -> dict[str, Rating]:
    """The levels given so far, by indicator."""
    fresh = select(Rating).where(Rating.appraisal_id == appraisal_id)
    found = session.exec(fresh.execution_options(populate_existing=True))
    return {rating.indicator: rating for rating in found}


def rate(session: Session, rating: Rating) -> None:
    """Put a level in place of an earlier one; the reason of an earlier one goes."""
    values = rating.model_dump()
    if insert_new(session, Rating, values):
        return
    here = (
        col(Rating.appraisal_id) == rating.appraisal_id,
        col(Rating.indicator) == rating.indicator,
    )
    session.exec(update(Rating).where(*here).values(values))


def give_reason(session: Session, appraisal_id: int, indicator: str, reason: str) -> bool:
    """Say why a level departs from the proposal; False when nothing is rated there."""
    here = (col(Rating.appraisal_id) == appraisal_id, col(Rating.indicator) == indicator)
    given = session.exec(update(Rating).where(*here).values(reason=reason))
    return given.rowcount == 1
