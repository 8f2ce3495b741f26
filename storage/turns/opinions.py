"""What raters give, and what was given in a span of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, update
from sqlmodel import Session, and_, col, select

from bot.rules.achievements import State
from storage.achievements import Achievement
from storage.kept import keep, once
from storage.rows import Rows
from storage.turns.turn import AchievementOpinion, AchievementTurn
from storage.upsert import insert_new

_ONES = (
    col(AchievementOpinion.turn_id) == bindparam("turn"),
    col(AchievementOpinion.rater_id) == bindparam("rater"),
)

_OPINION = Rows(AchievementOpinion, select(AchievementOpinion).where(*_ONES))


_THINK = Rows(
    AchievementOpinion, update(AchievementOpinion).where(*_ONES).returning(AchievementOpinion)
)


@once("achievementopinion")
def opinion(session: Session, turn_id: int, rater_id: int) -> AchievementOpinion | None:
    return _OPINION.first(session, turn=turn_id, rater=rater_id)


def think(session: Session, turn_id: int, rater_id: int, **values: Any) -> None:
    """Keep a part of a rater's opinion."""
    new = {
        "turn_id": turn_id,
        "rater_id": rater_id,
        "marks": "",
        "note": "",
        "voice": "",
        **values,
    }
    there = opinion(session, turn_id, rater_id) is not None
    row: AchievementOpinion | None
    if not there and insert_new(session, AchievementOpinion, new):
        row = AchievementOpinion(**new)
    else:
        row = _THINK.first(session, turn=turn_id, rater=rater_id, **values)
    keep(session, opinion, turn_id, rater_id, value=row)


class Rated(NamedTuple):
    achievement: Achievement
    turn: AchievementTurn
    marks: str


def rated_between(
    session: Session, employee_id: int, first_day: date, last_day: date
) -> Sequence[Rated]:
    """Approved achievements done on these days, with the levels given, oldest first."""
    found = (
        select(Achievement, AchievementTurn, AchievementOpinion.marks)
        .join(AchievementTurn, col(AchievementTurn.achievement_id) == col(Achievement.id))
        .join(
            AchievementOpinion,
            and_(
                col(AchievementOpinion.turn_id) == col(AchievementTurn.id),
                col(AchievementOpinion.rater_id) == col(AchievementTurn.decided_by),
            ),
        )
        .where(
            Achievement.employee_id == employee_id,
            Achievement.state == State.APPROVED,
            AchievementTurn.state == State.APPROVED,
            col(Achievement.done_on).between(first_day, last_day),
        )
    )
    order = (col(Achievement.done_on), col(Achievement.id))
    return [Rated(*row) for row in session.exec(found.order_by(*order))]
