"""The list of invitations of a forum, as its host counts and reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from storage.employees import Employee
from storage.invitations import DECLINED, NONE, QUEUED, SEATED, Invitation
from storage.units import Unit


class Counts(NamedTuple):
    coming: int
    waiting: int
    declined: int
    undecided: int
    unconfirmed: int
    attended: int

    @property
    def invited(self) -> int:
        return self.coming + self.waiting + self.declined + self.undecided


def counts(session: Session, forum_id: int, sequence: int) -> Counts:
    """Everything a host wants to count, in one statement."""

    def those(*condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.count(case((and_(*condition), 1)))

    given = col(Invitation.answer)
    old = col(Invitation.answered_for) < sequence
    found = select_columns(
        those(given == SEATED),
        those(given == QUEUED),
        those(given == DECLINED),
        those(given == NONE),
        those(given != NONE, old),
        those(col(Invitation.attended_at).is_not(None)),
    ).where(col(Invitation.forum_id) == forum_id)
    return Counts(*session.connection().execute(found).one())


class Guest(NamedTuple):
    """One line of a host's list."""

    employee_id: int
    name: str
    unit: str
    unconfirmed: bool
    attended_at: datetime | None


def guests(
    session: Session, forum_id: int, sequence: int, which: str, page: int, size: int
) -> Sequence[Guest]:
    """A page of those with this answer (or "attended"), by queue for the waiting list."""
    old = and_(col(Invitation.answer) != NONE, col(Invitation.answered_for) < sequence)
    found: Select[*tuple[Any, ...]] = (
        select_columns(
            col(Employee.id), col(Employee.name), col(Unit.name), old, col(Invitation.attended_at)
        )
        .join(Employee, col(Employee.id) == col(Invitation.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(col(Invitation.forum_id) == forum_id)
    )
    if which == "attended":
        found = found.where(col(Invitation.attended_at).is_not(None))
    else:
        found = found.where(col(Invitation.answer) == which)
    order = [col(Employee.name), col(Employee.id)]
    ordered = (
        found.order_by(col(Invitation.queue), *order)
        if which == QUEUED
        else (found.order_by(*order))
    )
    rows = session.connection().execute(ordered.offset(page * size).limit(size))
    return [Guest(who, name, unit, bool(flag), at) for who, name, unit, flag, at in rows]
