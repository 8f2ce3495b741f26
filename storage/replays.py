"""Nights on which every published result was computed again: how far, and what disagreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.publication import RELEASED
from storage.columns import moment
from storage.periods import Period
from storage.results import Result
from storage.upsert import insert_new

MOST = 50


class Replay(SQLModel, table=True):
    """One walk over all published results. `reached` is the number of the last one looked at.

    `wrong` counts those that disagree; the numbers of the first fifty stand in `which`.
    """

    id: int | None = Field(default=None, primary_key=True)
    day: date = Field(unique=True)
    reached: int = 0
    checked: int = 0
    wrong: int = 0
    which: str = ""
    begun_at: datetime = moment()
    finished_at: datetime | None = moment(nullable=True)


def begin(session: Session, day: date, now: datetime) -> bool:
    """Begin the walk of a day; False when there was one."""
    values = {
        "day": day, "begun_at": now, "reached": 0, "checked": 0, "wrong": 0, "which": "",
        "finished_at": None,
    }  # fmt: skip
    return insert_new(session, Replay, values)


def unfinished(session: Session) -> Replay | None:
    found = select(Replay).where(col(Replay.finished_at).is_(None))
    return session.exec(found.order_by(col(Replay.id)).limit(1)).first()


def last(session: Session) -> Replay | None:
    """The newest that came to its end."""
    found = select(Replay).where(col(Replay.finished_at).is_not(None))
    return session.exec(found.order_by(col(Replay.id).desc()).limit(1)).first()


def advance(session: Session, walk: Replay, reached: int, checked: int, wrong: list[int]) -> None:
    """So many more were looked at, and these of them disagree."""
    walk.reached, walk.checked, walk.wrong = (
        reached,
        walk.checked + checked,
        walk.wrong + len(wrong),
    )
    known = [one for one in walk.which.split(",") if one]
    walk.which = ",".join([*known, *map(str, wrong)][:MOST])
    session.add(walk)
    session.flush()


def finish(session: Session, walk: Replay, now: datetime) -> None:
    walk.finished_at = now
    session.add(walk)
    session.flush()


def batch(session: Session, after_id: int, limit: int) -> Sequence[Result]:
    """Published results in the order of their numbers, a page at a time."""
    found = (
        select(Result)
        .join(Period, col(Period.id) == col(Result.period_id))
        .where(col(Result.id) > after_id, col(Period.state).in_(RELEASED))
    )
    return session.exec(found.order_by(col(Result.id)).limit(limit)).all()


def published(session: Session) -> int:
    """How many results are published."""
    found = (
        select(func.count())
        .select_from(Result)
        .join(Period, col(Period.id) == col(Result.period_id))
        .where(col(Period.state).in_(RELEASED))
    )
    return session.exec(found).one()
