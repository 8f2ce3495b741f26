"""How many achievements people have, counted in one statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from bot.rules.achievements import State
from storage.achievements import Achievement
from storage.forums import OPEN, Forum
from storage.invitations import Invitation


def approved_between(
    session: Session,
    employee_ids: Collection[int],
    first_day: date,
    last_day: date,
    category: str = "",
) -> dict[int, int]:
    """Approved achievements done on these days, by person; absent where there are none.

    Those of one category where it is named.
    """
    found = (
        select(col(Achievement.employee_id), func.count())
        .where(
            col(Achievement.employee_id).in_(employee_ids),
            col(Achievement.state) == State.APPROVED,
            col(Achievement.done_on).between(first_day, last_day),
        )
        .group_by(col(Achievement.employee_id))
    )
    if category:
        found = found.where(col(Achievement.category) == category)
    return dict(session.exec(found).all())


def attended_between(
    session: Session, employee_ids: Collection[int], since: datetime, until: datetime
) -> dict[int, tuple[int, int]]:
    """How many forums that ended in this time each of these came to, and was asked to."""
    found = (
        select(col(Invitation.employee_id), func.count(col(Invitation.attended_at)), func.count())
        .join(Forum, col(Forum.id) == col(Invitation.forum_id))
        .where(
            col(Invitation.employee_id).in_(employee_ids),
            col(Forum.state) == OPEN,
            col(Forum.ends_at) >= since,
            col(Forum.ends_at) < until,
        )
        .group_by(col(Invitation.employee_id))
    )
    return {person: (came, asked) for person, came, asked in session.exec(found).all()}


class Claimed(NamedTuple):
    """An approved achievement: whose, when, which indicators it claims (codes with commas)."""

    employee_id: int
    done_on: date
    indicators: str


def claimed_between(
    session: Session, employee_ids: Collection[int] | None, first_day: date, last_day: date
) -> Sequence[Claimed]:
    """Of these people (None: of all), done on these days."""
    columns: list[Any] = [
        col(Achievement.employee_id), col(Achievement.done_on), col(Achievement.indicators),
    ]  # fmt: skip
    found = select_columns(*columns).where(
        col(Achievement.state) == State.APPROVED,
        col(Achievement.done_on).between(first_day, last_day),
    )
    if employee_ids is not None:
        found = found.where(col(Achievement.employee_id).in_(employee_ids))
    return [Claimed(*row) for row in session.connection().execute(found)]
