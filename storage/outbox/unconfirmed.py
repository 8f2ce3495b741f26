"""HR's call list: people to whom something could not be delivered, or nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.employees import Employee
from storage.outbox.letter import Kind, Letter, State

NOT_WORTH_A_CALL = "missed.look"
NO_ACCOUNT = "no account"
"""Why a letter to somebody who has not joined fails."""
OPEN_ENDS = (State.UNKNOWN, State.FAILED, State.EXPIRED)


class Unconfirmed(NamedTuple):
    """One person: how many letters hang, since when, and the newest letter's end and reason.

    `template` is the letter's name in the table of conversations, `opens` where it leads.
    """

    employee_id: int
    name: str
    unit_id: int
    letters: int
    since: datetime
    state: str
    fault: str
    template: str
    opens: str


def unconfirmed(
    session: Session,
    *,
    unit_ids: Collection[int] | None = None,
    employee_id: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Sequence[Unconfirmed]:
    """People in service with letters unknown, failed or expired, by name; None: all of them.

    Cards are left out, and broadcasts, which have call lists of their own, and a reminder after
    which one of the same template did arrive, or whose person has no account: who never joined
    has a list of their own, and finds in the bot what a reminder would have said.
    """
    hanging = (
        select(
            col(Letter.employee_id).label("who"),
            func.count().label("letters"),
            func.min(col(Letter.created_at)).label("since"),
            func.max(col(Letter.id)).label("newest"),
        )
        .where(_hangs())
        .group_by(col(Letter.employee_id))
        .subquery()
    )
    newest = aliased(Letter)
    found = (
        select(
            col(Employee.id),
            col(Employee.name),
            col(Employee.unit_id),
            hanging.c.letters,
            hanging.c.since,
            col(newest.state),
            col(newest.fault),
            col(newest.template),
            col(newest.opens),
        )
        .join(hanging, hanging.c.who == col(Employee.id))
        .join(newest, col(newest.id) == hanging.c.newest)
        .where(col(Employee.left_on).is_(None))
        .order_by(col(Employee.name), col(Employee.id))
        .offset(offset)
    )
    if unit_ids is not None:
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    if employee_id is not None:
        found = found.where(col(Employee.id) == employee_id)
    if limit is not None:
        found = found.limit(limit)
    return [Unconfirmed(*row) for row in session.connection().execute(found)]


def called(session: Session, employee_id: int, now: datetime) -> int:
    """HR has reached this person in another way; how many letters that settles."""
    reached = update(Letter).where(_hangs(), col(Letter.employee_id) == employee_id)
    return session.connection().execute(reached.values(called_at=now)).rowcount


def _hangs() -> ColumnElement[bool]:
    later = aliased(Letter)
    made_good = exists().where(
        col(later.employee_id) == col(Letter.employee_id),
        col(later.template) == col(Letter.template),
        col(later.state) == State.SENT,
        col(later.id) > col(Letter.id),
    )
    return and_(
        col(Letter.state).in_(OPEN_ENDS),
        col(Letter.kind).not_in((Kind.CARD, Kind.BROADCAST)),
        col(Letter.called_at).is_(None),
        col(Letter.template) != NOT_WORTH_A_CALL,
        or_(
            col(Letter.kind) != Kind.REMINDER,
            and_(~made_good, col(Letter.fault) != NO_ACCOUNT),
        ),
    )
