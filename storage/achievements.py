"""Achievements: what a person did, as a draft and after it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Integer, bindparam, delete, func, insert, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.achievements import OPEN, State, Step
from storage import units
from storage.columns import moment, sealed
from storage.kept import once
from storage.prepared import Prepared
from storage.rows import Rows, held, keep_held


class Achievement(SQLModel, table=True):
    """`indicators` holds the keys claimed, with commas; `version` grows with every change.

    `step` is the farthest step its owner reached; `album` ties pictures sent together.
    """

    __table_args__ = (
        Index("achievements_of_a_quarter", "employee_id", "state", "done_on"),
        Index("achievements_as_sent", "employee_id", "sent_at", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    state: str = State.DRAFT
    step: str = Step.TITLE
    version: int = 1
    album: str | None = Field(default=None, index=True)
    title: str = sealed("")
    story: str = sealed("")
    done_on: date | None = None
    category: str = ""
    indicators: str = ""
    before: str = sealed("")
    after: str = sealed("")
    unit: str = sealed("")
    created_at: datetime = moment()
    changed_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)

    @property
    def claimed(self) -> tuple[str, ...]:
        return tuple(key for key in self.indicators.split(",") if key)


# What every tap runs is built once; building costs more than running.
_THIS = col(Achievement.id) == bindparam("this")
OWNERS = col(Achievement.employee_id) == bindparam("owner")
_SEEN = bindparam("seen", type_=Integer)
_ROW = select(Achievement).where(_THIS)
_GET = Rows(Achievement, _ROW)
_START = Prepared(insert(Achievement).returning(col(Achievement.id)))
_LOCK = Rows(Achievement, _ROW.with_for_update())
_CHANGE = Rows(
    Achievement,
    update(Achievement)
    .where(_THIS, col(Achievement.state).in_(OPEN))
    .values(version=col(Achievement.version) + 1)
    .returning(Achievement),
)
_MOVE = Rows(
    Achievement,
    update(Achievement)
    .where(
        _THIS,
        col(Achievement.state).in_(bindparam("were", expanding=True)),
        # of that version, or of any when none is named
        col(Achievement.version) == func.coalesce(_SEEN, col(Achievement.version)),
    )
    .values(version=col(Achievement.version) + 1)
    .returning(Achievement),
)


@once("achievement")
def get(session: Session, achievement_id: int) -> Achievement | None:
    return _GET.first(session, this=achievement_id)


def lock(session: Session, achievement_id: int) -> Achievement | None:
    """The row as it is now; nobody else changes it until this transaction ends."""
    return held(session, get, _LOCK, achievement_id)


def start(session: Session, employee_id: int, now: datetime, **values: Any) -> int:
    """A new draft; its number."""
    blank = {"state": State.DRAFT, "step": Step.TITLE, "version": 1, "category": ""}
    texts = dict.fromkeys(("title", "story", "indicators", "before", "after", "unit"), "")
    row = {"employee_id": employee_id, "created_at": now, "changed_at": now}
    number: int = _START.value(session, **{**blank, **texts, **row, **values})
    return number


def change(session: Session, achievement_id: int, now: datetime, **values: Any) -> bool:
    """Change what its owner may still change; whether that was so."""
    row = _CHANGE.first(session, this=achievement_id, changed_at=now, **values)
    return _changed(session, achievement_id, row)


def move(
    session: Session,
    achievement_id: int,
    states: Sequence[State],
    to: State,
    now: datetime,
    *,
    version: int | None = None,
    **values: Any,
) -> bool:
    """From one of these states to another, in one statement; whether it stood in one of them."""
    which = {"this": achievement_id, "were": states, "seen": version}
    row = _MOVE.first(session, **which, state=to, changed_at=now, **values)
    return _changed(session, achievement_id, row)


def _changed(session: Session, achievement_id: int, row: Achievement | None) -> bool:
    if row is not None:
        keep_held(session, get, achievement_id, row)
    return row is not None


def drop(session: Session, achievement_id: int) -> None:
    session.connection().execute(delete(Achievement).where(col(Achievement.id) == achievement_id))


def zone_of(session: Session, unit_id: int) -> str:
    """The time zone of a unit."""
    unit = units.get(session, unit_id)
    assert unit is not None
    return unit.zone


def waiting_between(
    session: Session, employee_id: int, first_day: date, last_day: date
) -> Sequence[Achievement]:
    """What was done on these days and waits to be rated, oldest first."""
    found = select(Achievement).where(
        Achievement.employee_id == employee_id,
        col(Achievement.state).in_((State.SENDING, State.SUBMITTED)),
        col(Achievement.done_on).between(first_day, last_day),
    )
    return session.exec(found.order_by(col(Achievement.done_on), col(Achievement.id))).all()
