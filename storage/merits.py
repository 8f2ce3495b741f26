"""How many achievements people have, counted in one statement."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

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
