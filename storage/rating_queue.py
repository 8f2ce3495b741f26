"""The queue of those who rate: what waits for a person, and the one letter that says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Select,
    bindparam,
    exists,
    func,
    or_,
    update,
)
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, and_, col, select

from bot.rules.achievements import State
from storage.absences import Absence, Mandate
from storage.achievements import Achievement
from storage.employees import Employee
from storage.kept import look_again
from storage.prepared import Prepared
from storage.rows import is_alone
from storage.turns import AchievementTurn
from storage.upsert import insert_new


class QueueLetter(SQLModel, table=True):
    """The one letter that tells a rater of the queue; `unanswered` until something is decided."""

    holder_id: int = Field(foreign_key="employee.id", primary_key=True)
    number: int = 1
    unanswered: bool = True


class Waits(NamedTuple):
    turn_id: int
    due_on: date


def waiting_for(session: Session, me: int, officials: Sequence[int], day: date) -> Sequence[Waits]:
    """Turns that this person may rate that day, oldest first.

    Theirs are the reports of `officials` (they themselves and those whose mandate they hold), and
    of superiors below these who left or are away that day without anybody acting for them.
    """
    rows = _WAITING_FOR.all(session, me=me, officials=officials, day=day)
    return [Waits(number or 0, due_on) for number, due_on in rows]


def _waiting_for() -> Select[*tuple[Any, ...]]:
    superior, day = aliased(Employee), bindparam("day", type_=Date)
    officials: BindParameter[int] = bindparam("officials", expanding=True)
    found: Select[*tuple[Any, ...]] = (
        select_columns(col(AchievementTurn.id), col(AchievementTurn.due_on))
        .join(Achievement, col(Achievement.id) == col(AchievementTurn.achievement_id))
        .join(Employee, col(Employee.id) == col(Achievement.employee_id))
        .outerjoin(superior, col(superior.id) == col(Employee.superior_id))
        .where(
            col(AchievementTurn.state) == State.SUBMITTED,
            col(Employee.id) != bindparam("me"),
            or_(
                col(Employee.superior_id).in_(officials),
                and_(col(superior.superior_id).in_(officials), _passes_on(superior, day)),
            ),
        )
    )
    order = (col(AchievementTurn.since), col(AchievementTurn.id))
    return found.order_by(*order)


def _passes_on(superior: type[Employee], day: BindParameter[date]) -> ColumnElement[bool]:
    acting = (
        col(Mandate.absent_id) == col(superior.id),
        col(Mandate.since) <= day,
        col(Mandate.until) >= day,
    )
    by_another = exists().where(*acting, col(Mandate.holder_id) != col(Employee.id))
    by_the_employee = exists().where(*acting, col(Mandate.holder_id) == col(Employee.id))
    away = exists().where(
        col(Absence.employee_id) == col(superior.id),
        col(Absence.since) <= day,
        col(Absence.until) >= day,
    )
    gone = or_(col(superior.left_on).is_not(None), away, by_the_employee)
    return and_(gone, ~by_another)


_WAITING_FOR = Prepared(_waiting_for())
_LOCK = Prepared(
    postgresql.insert(QueueLetter).on_conflict_do_update(
        index_elements=[col(QueueLetter.holder_id)],
        set_={"holder_id": col(QueueLetter.holder_id)},
    )
)


def lock(session: Session, holder_id: int) -> None:
    """Nobody else hands this person anything until this transaction ends.

    On SQLite nobody does anything at all beside this transaction.
    """
    blank = {"holder_id": holder_id, "number": 0, "unanswered": False}
    if is_alone(session):
        insert_new(session, QueueLetter, blank)
    else:
        _LOCK.change(session, **blank)
        look_again(session, "duty")


_HOLDERS = col(QueueLetter.holder_id) == bindparam("holder")
_OPENED = (
    update(QueueLetter)
    .where(_HOLDERS)
    .values(number=col(QueueLetter.number) + 1, unanswered=True)
    .returning(col(QueueLetter.number))
)
_OPEN_LETTER = Prepared(_OPENED)
_OPEN_ANSWERED = Prepared(_OPENED.where(col(QueueLetter.unanswered).is_(False)))
_ANSWER = Prepared(update(QueueLetter).where(_HOLDERS).values(unanswered=False))


def open_letter(session: Session, holder_id: int, queue_was_empty: bool) -> int | None:
    """The number of the letter to be written now; None while an unanswered one is open.

    The queue is to be locked before it is looked at.
    """
    how = _OPEN_LETTER if queue_was_empty else _OPEN_ANSWERED
    number: int | None = how.value(session, holder=holder_id)
    return number


def answer_letter(session: Session, holder_id: int) -> None:
    _ANSWER.change(session, holder=holder_id)


def letter_number(session: Session, holder_id: int) -> int | None:
    found = select(func.max(QueueLetter.number)).where(QueueLetter.holder_id == holder_id)
    return session.exec(found).one()
