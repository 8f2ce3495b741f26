"""Achievements: what a person did, as a draft and after it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Integer, bindparam, case, delete, func, insert, update
from sqlalchemy.orm import Session as AnySession
from sqlalchemy.orm.util import identity_key
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.achievements import OPEN, State, Step
from storage.columns import moment, sealed
from storage.kept import once
from storage.units import Unit

SHOWN_ORDER = (
    State.DRAFT,
    State.RETURNED,
    State.SENDING,
    State.SUBMITTED,
    State.APPROVED,
    State.REJECTED,
    State.WITHDRAWN,
)


class Achievement(SQLModel, table=True):
    """`indicators` holds the keys claimed, with commas; `version` grows with every change.

    `step` is the farthest step its owner reached; `album` ties pictures sent together.
    """

    __table_args__ = (Index("achievements_of_a_quarter", "employee_id", "state", "done_on"),)

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
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
_THIS = col(Achievement.id) == bindparam("number")
_LOCK = (
    select(Achievement).where(_THIS).with_for_update().execution_options(populate_existing=True)
)
_CHANGE = (
    update(Achievement)
    .where(_THIS, col(Achievement.state).in_(OPEN))
    .values(version=col(Achievement.version) + 1)
)
_RANK = case({str(state): n for n, state in enumerate(SHOWN_ORDER)}, value=Achievement.state)
_PAGE_OF = (
    select(Achievement)
    .where(
        col(Achievement.employee_id) == bindparam("owner"),
        col(Achievement.state) != State.WITHDRAWN,
    )
    .order_by(_RANK, col(Achievement.changed_at).desc(), col(Achievement.id).desc())
    .offset(bindparam("skip", type_=Integer))
    .limit(bindparam("most", type_=Integer))
)
_TALLY = (
    select(col(Achievement.state), func.count())
    .where(col(Achievement.employee_id) == bindparam("owner"))
    .group_by(col(Achievement.state))
)
_RETURNED = (
    select(Achievement)
    .where(
        col(Achievement.employee_id) == bindparam("owner"),
        col(Achievement.state) == State.RETURNED,
    )
    .order_by(col(Achievement.changed_at))
)


@once("achievement")
def get(session: Session, achievement_id: int) -> Achievement | None:
    return session.get(Achievement, achievement_id)


def lock(session: Session, achievement_id: int) -> Achievement | None:
    """The row as it is now; nobody else changes it until this transaction ends."""
    return session.exec(_LOCK, params={"number": achievement_id}).first()


def start(session: Session, employee_id: int, now: datetime, **values: Any) -> int:
    """A new draft; its number."""
    blank = {"state": State.DRAFT, "step": Step.TITLE, "version": 1, "category": ""}
    texts = dict.fromkeys(("title", "story", "indicators", "before", "after", "unit"), "")
    row = {"employee_id": employee_id, "created_at": now, "changed_at": now}
    made = insert(Achievement).values(**{**blank, **texts, **row, **values})
    number = session.connection().execute(made.returning(col(Achievement.id))).scalar_one()
    assert number is not None
    return number


def change(session: Session, achievement_id: int, now: datetime, **values: Any) -> bool:
    """Change what its owner may still change; whether that was so."""
    new = {"number": achievement_id, "changed_at": now, **values}
    changed = session.connection().execute(_CHANGE, new)
    forget(session, Achievement, achievement_id)
    return changed.rowcount == 1


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
    where = [col(Achievement.id) == achievement_id, col(Achievement.state).in_(states)]
    if version is not None:
        where.append(col(Achievement.version) == version)
    changed = session.connection().execute(
        update(Achievement)
        .where(*where)
        .values(state=to, version=col(Achievement.version) + 1, changed_at=now, **values)
    )
    forget(session, Achievement, achievement_id)
    return changed.rowcount == 1


def forget(session: AnySession, table: type[SQLModel], *key: int) -> None:
    """Read this row afresh when it is asked for next; it was changed by a statement."""
    row = session.identity_map.get(identity_key(table, key))
    if row is not None:
        session.expire(row)


def drop(session: Session, achievement_id: int) -> None:
    session.connection().execute(delete(Achievement).where(col(Achievement.id) == achievement_id))
    forget(session, Achievement, achievement_id)


def newest_draft(session: Session, employee_id: int) -> Achievement | None:
    found = select(Achievement).where(
        Achievement.employee_id == employee_id, Achievement.state == State.DRAFT
    )
    newest = (col(Achievement.changed_at).desc(), col(Achievement.id).desc())
    return session.exec(found.order_by(*newest)).first()


def by_album(session: Session, employee_id: int, album: str) -> Achievement | None:
    """The open draft that began with a picture of this album."""
    found = select(Achievement).where(
        Achievement.employee_id == employee_id,
        Achievement.album == album,
        col(Achievement.state).in_(OPEN),
    )
    return session.exec(found.order_by(col(Achievement.id).desc())).first()


def of(session: Session, employee_id: int, skip: int, limit: int) -> Sequence[Achievement]:
    """A person's achievements: drafts first, then by state, the newest of each first."""
    page = {"owner": employee_id, "skip": skip, "most": limit}
    return session.exec(_PAGE_OF, params=page).all()


def tally(session: Session, employee_id: int) -> dict[State, int]:
    """How many a person has, by state."""
    rows = session.connection().execute(_TALLY, {"owner": employee_id})
    return {State(state): number for state, number in rows}


def zone_of(session: Session, unit_id: int) -> str:
    """The time zone of a unit."""
    return session.exec(select(Unit.zone).where(Unit.id == unit_id)).one()


def returned(session: Session, employee_id: int) -> Sequence[Achievement]:
    """What came back to be mended, oldest first."""
    return session.exec(_RETURNED, params={"owner": employee_id}).all()


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
