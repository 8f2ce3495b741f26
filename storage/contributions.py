"""Which planned result an achievement counts for, and how much it adds in its unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import bindparam, delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.achievements import State
from bot.rules.figures import Amount
from storage.achievements import Achievement
from storage.columns import moment
from storage.kept import once
from storage.rows import Rows
from storage.upsert import insert_new

COUNTING = (State.SENDING, State.SUBMITTED, State.APPROVED)


class Contribution(SQLModel, table=True):
    """`amount` is a number as text, in the unit of the planned result."""

    achievement_id: int = Field(foreign_key="achievement.id", primary_key=True)
    planned_id: int = Field(foreign_key="plannedresult.id", index=True)
    amount: str
    tied_at: datetime = moment()


class Counted(NamedTuple):
    """An achievement that counts for a planned result."""

    planned_id: int
    title: str
    amount: Amount


_OF = Rows(
    Contribution,
    select(Contribution).where(col(Contribution.achievement_id) == bindparam("this")),
)


@once("contribution")
def of(session: Session, achievement_id: int) -> tuple[int, Decimal] | None:
    """The planned result and the amount of an achievement."""
    found = _OF.first(session, this=achievement_id)
    return None if found is None else tied(found)


def tied(row: Contribution) -> tuple[int, Decimal]:
    """What `of` says of a row."""
    return row.planned_id, Decimal(row.amount)


def tie(
    session: Session, achievement_id: int, planned_id: int, amount: Decimal, now: datetime
) -> None:
    """Let an achievement count for this planned result, and for no other."""
    values = {"planned_id": planned_id, "amount": str(amount), "tied_at": now}
    if not insert_new(session, Contribution, {"achievement_id": achievement_id, **values}):
        here = col(Contribution.achievement_id) == achievement_id
        session.exec(update(Contribution).where(here).values(values))


def untie(session: Session, achievement_id: int) -> None:
    session.exec(delete(Contribution).where(col(Contribution.achievement_id) == achievement_id))


def is_used(session: Session, planned_id: int) -> bool:
    """Whether any achievement, also a draft, says an amount in its unit."""
    here = col(Contribution.planned_id) == planned_id
    return session.exec(select(Contribution.planned_id).where(here).limit(1)).first() is not None


def counted(
    session: Session, planned_ids: Collection[int], first_day: date, last_day: date
) -> Sequence[Counted]:
    """What was done on these days and sent, and not turned down; oldest first."""
    if not planned_ids:
        return []
    found = (
        select(Contribution, Achievement)
        .join(Achievement, col(Achievement.id) == col(Contribution.achievement_id))
        .where(
            col(Contribution.planned_id).in_(planned_ids),
            col(Achievement.state).in_(COUNTING),
            col(Achievement.done_on).between(first_day, last_day),
        )
        .order_by(col(Achievement.done_on), col(Achievement.id))
        .execution_options(populate_existing=True)
    )
    return [_counted(tied, one) for tied, one in session.exec(found)]


def _counted(tied: Contribution, one: Achievement) -> Counted:
    assert one.done_on is not None
    value, rated = Decimal(tied.amount), one.state == State.APPROVED
    amount = Amount(tied.achievement_id, one.done_on, value, rated)
    return Counted(tied.planned_id, one.title, amount)
