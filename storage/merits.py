"""How many achievements people have, counted in one statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from bot.rules.achievements import State
from storage.achievements import Achievement


def approved_between(
    session: Session, employee_ids: Collection[int], first_day: date, last_day: date
) -> dict[int, int]:
    """Approved achievements done on these days, by person; absent where there are none."""
    found = (
        select(col(Achievement.employee_id), func.count())
        .where(
            col(Achievement.employee_id).in_(employee_ids),
            col(Achievement.state) == State.APPROVED,
            col(Achievement.done_on).between(first_day, last_day),
        )
        .group_by(col(Achievement.employee_id))
    )
    return dict(session.exec(found).all())


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
