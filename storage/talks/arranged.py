"""Talks as they are arranged, held, denied; the newest of each person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from bot.rules.talks import ARRANGED, State
from storage.talks.tables import Talk, TalkRhythm
from storage.upsert import insert_new

_ARRANGED = col(Talk.state).in_(ARRANGED)


def get(session: Session, talk_id: int) -> Talk | None:
    return session.get(Talk, talk_id, populate_existing=True)


def arranged(session: Session, employee_id: int) -> Talk | None:
    """The talk of this person that is proposed or agreed, if any."""
    found = select(Talk).where(Talk.employee_id == employee_id, _ARRANGED)
    return session.exec(found.execution_options(populate_existing=True)).first()


def last_held(session: Session, employee_id: int) -> Talk | None:
    """The newest that was held, with whomever."""
    return next(iter(held(session, employee_id, 0, 1)), None)


def held(
    session: Session, employee_id: int, skip: int, limit: int, by: int | None = None
) -> Sequence[Talk]:
    """Those held with this person, newest first; led `by` one superior alone, where named."""
    found = select(Talk).where(Talk.employee_id == employee_id, Talk.state == State.HELD)
    if by is not None:
        found = found.where(Talk.superior_id == by)
    order = (col(Talk.held_on).desc(), col(Talk.id).desc())
    return session.exec(found.order_by(*order).offset(skip).limit(limit)).all()


def count_held(session: Session, employee_id: int, by: int | None = None) -> int:
    found = select_columns(func.count()).where(
        col(Talk.employee_id) == employee_id, col(Talk.state) == State.HELD
    )
    if by is not None:
        found = found.where(col(Talk.superior_id) == by)
    return int(session.connection().execute(found).scalar_one())


def newest_held(session: Session, employee_ids: Collection[int]) -> dict[int, date]:
    """The day of the newest talk held with each of these; who had none is absent."""
    return _newest(session, col(Talk.employee_id).in_(employee_ids))


def held_since(session: Session, first: date) -> dict[int, date]:
    """Everybody with whom one was held on that day or later, and the newest day."""
    return _newest(session, col(Talk.held_on) >= first)


def _newest(session: Session, which: Any) -> dict[int, date]:
    columns: list[Any] = [col(Talk.employee_id), func.max(col(Talk.held_on))]
    found = select_columns(*columns).where(which, col(Talk.state) == State.HELD)
    rows = session.connection().execute(found.group_by(col(Talk.employee_id)))
    return {row[0]: row[1] for row in rows}


def propose(session: Session, talk: Talk) -> bool:
    """Arrange one; False when the person has one arranged."""
    made = insert_new(session, Talk, talk.model_dump(exclude={"id"}))
    session.expire_all()
    return made


def change(session: Session, talk_id: int, states: Collection[State], **values: Any) -> bool:
    """Change a talk that stands in one of these states; whether it did."""
    this = (col(Talk.id) == talk_id, col(Talk.state).in_(states))
    return session.exec(update(Talk).where(*this).values(**values)).rowcount == 1


def note(session: Session, talk: Talk) -> int:
    """Keep a talk that was held without having been arranged; its number."""
    session.add(talk)
    session.flush()
    assert talk.id is not None
    return talk.id


def same_day(session: Session, employee_id: int, day: date) -> bool:
    """Whether a talk with this person was noted for that day."""
    found = select(Talk.id).where(
        Talk.employee_id == employee_id, Talk.held_on == day, Talk.state == State.HELD
    )
    return session.exec(found.limit(1)).first() is not None


def to_answer(session: Session, talk_id: int, proposed_at: datetime) -> bool:
    """Whether that very proposal still waits for its answer."""
    row = get(session, talk_id)
    return row is not None and row.state == State.PROPOSED and row.proposed_at == proposed_at


def rhythm(session: Session, superior_id: int) -> int | None:
    row = session.get(TalkRhythm, superior_id, populate_existing=True)
    return row.months if row else None


def rhythms(session: Session) -> dict[int, int]:
    """Everybody who chose one."""
    return {row.superior_id: row.months for row in session.exec(select(TalkRhythm))}


def put_rhythm(session: Session, superior_id: int, months: int) -> None:
    if not insert_new(session, TalkRhythm, {"superior_id": superior_id, "months": months}):
        mine = col(TalkRhythm.superior_id) == superior_id
        session.exec(update(TalkRhythm).where(mine).values(months=months))
