"""A turn from its beginning to its end, and in whose hands it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from bot.rules.achievements import State
from storage.achievements import Achievement
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.kept import keep, once
from storage.rows import Rows, held, keep_held
from storage.turns.turn import AchievementTurn

_THIS = col(AchievementTurn.id) == bindparam("this")

_ROW = select(AchievementTurn).where(_THIS)

_GET = Rows(AchievementTurn, _ROW)

_LOCK = Rows(AchievementTurn, _ROW.with_for_update())

_LAST_OF = Rows(
    AchievementTurn,
    select(AchievementTurn)
    .where(col(AchievementTurn.achievement_id) == bindparam("achievement"))
    .order_by(col(AchievementTurn.number).desc())
    .limit(1),
)

_RETURNED_BEFORE = Rows(
    AchievementTurn,
    select(AchievementTurn)
    .where(
        col(AchievementTurn.achievement_id) == bindparam("achievement"),
        col(AchievementTurn.number) < bindparam("number"),
        col(AchievementTurn.state) == State.RETURNED,
    )
    .order_by(col(AchievementTurn.number).desc())
    .limit(1),
)

_FOLLOWING = (
    select_columns(func.coalesce(func.max(col(AchievementTurn.number)), 0) + 1)
    .where(col(AchievementTurn.achievement_id) == bindparam("of"))
    .scalar_subquery()
)
_BEGIN = Rows(
    AchievementTurn,
    insert(AchievementTurn).values(number=_FOLLOWING).returning(AchievementTurn),
)

_WHILE_WAITING = (
    update(AchievementTurn)
    .where(_THIS, col(AchievementTurn.state) == State.SUBMITTED)
    .returning(AchievementTurn)
)

_CLOSE = Rows(AchievementTurn, _WHILE_WAITING)

_NUDGE = Rows(
    AchievementTurn,
    _WHILE_WAITING.where(
        or_(
            col(AchievementTurn.nudged_on).is_(None),
            col(AchievementTurn.nudged_on) <= bindparam("not_since"),
        )
    ),
)

_HAND_TO = Rows(
    AchievementTurn,
    _WHILE_WAITING.where(col(AchievementTurn.holder_id) != bindparam("holder")),
)


@once("achievementturn")
def get(session: Session, turn_id: int) -> AchievementTurn | None:
    return _GET.first(session, this=turn_id)


def lock(session: Session, turn_id: int) -> AchievementTurn | None:
    """The row as it is now; nobody else changes it until this transaction ends."""
    return held(session, get, _LOCK, turn_id)


@once("achievementturn")
def last_of(session: Session, achievement_id: int) -> AchievementTurn | None:
    return _LAST_OF.first(session, achievement=achievement_id)


def returned_before(session: Session, turn: AchievementTurn) -> AchievementTurn | None:
    """The last time it was returned before this turn."""
    if turn.number == 1:
        return None
    return _RETURNED_BEFORE.first(session, achievement=turn.achievement_id, number=turn.number)


def begin(
    session: Session, achievement_id: int, holder_id: int, now: datetime, due_on: date
) -> int:
    """A new turn after the last; its number in the table."""
    row = _BEGIN.first(
        session,
        of=achievement_id,
        achievement_id=achievement_id,
        state=State.SUBMITTED,
        holder_id=holder_id,
        since=now,
        due_on=due_on,
    )
    assert row is not None
    assert row.id is not None
    keep_held(session, get, row.id, row)
    keep(session, last_of, achievement_id, value=row)
    return row.id


def close(
    session: Session,
    turn_id: int,
    to: State,
    now: datetime | None = None,
    by: int | None = None,
) -> bool:
    """End a turn that still waits; whether it did."""
    return _change(session, _CLOSE, turn_id, state=to, decided_at=now, decided_by=by)


def nudge(session: Session, turn_id: int, today: date, not_since: date) -> bool:
    """Note a nudge unless there was one after `not_since`; whether it is new."""
    return _change(session, _NUDGE, turn_id, nudged_on=today, not_since=not_since)


def hand_to(session: Session, turn_id: int, holder_id: int) -> bool:
    """Somebody else is asked now; whether that is a change."""
    return _change(session, _HAND_TO, turn_id, holder_id=holder_id, holder=holder_id)


def _change(session: Session, how: Rows[AchievementTurn], turn_id: int, **values: Any) -> bool:
    row = how.first(session, this=turn_id, **values)
    if row is not None:
        keep_held(session, get, turn_id, row)
    return row is not None


def all_waiting(
    session: Session, official_id: int | None = None
) -> Sequence[tuple[AchievementTurn, Employee]]:
    """Every turn that waits (of the people up to two levels below an official), with whose."""
    found = (
        select(AchievementTurn, Employee)
        .join(Achievement, col(Achievement.id) == col(AchievementTurn.achievement_id))
        .join(Employee, col(Employee.id) == col(Achievement.employee_id))
        .where(AchievementTurn.state == State.SUBMITTED)
    )
    if official_id is not None:
        theirs = select(col(Employee.id)).where(Employee.superior_id == official_id)
        near = col(Employee.superior_id)
        found = found.where(or_(near == official_id, near.in_(theirs)))
    return session.exec(found.order_by(col(AchievementTurn.id))).all()


def duty_of(session: Session, turn_id: int, holder_id: int) -> int | None:
    """The duty by which this holder owes, or once owed, the rating of a turn."""
    found = select(Duty.id).where(
        Duty.kind == DutyKind.RATE_ACHIEVEMENT,
        Duty.object_id == turn_id,
        Duty.owner_id == holder_id,
    )
    return session.exec(found).first()
