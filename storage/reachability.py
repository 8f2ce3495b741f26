"""Who has not joined, and who has blocked the bot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func
from sqlmodel import Session, and_, col, select

from storage.accounts import ACTIVE, Account
from storage.employees import Employee

NEVER, BLOCKED = "never", "blocked"


class Adoption(NamedTuple):
    """People in service, and how many of them never joined or cannot be written to."""

    people: int
    never: int
    blocked: int


def adoption(session: Session, unit_ids: frozenset[int] | None) -> Adoption:
    """The counts, for these units or (None) the whole agency."""
    counts = [func.count(), *(func.count().filter(_cause(why)) for why in (NEVER, BLOCKED))]
    everybody = _everybody(unit_ids).with_only_columns(*counts)
    return Adoption(*map(int, session.connection().execute(everybody).one()))


def page(
    session: Session, unit_ids: frozenset[int] | None, why: str, limit: int, offset: int
) -> Sequence[int]:
    """The people out of reach for this cause, by name."""
    found = _everybody(unit_ids).where(_cause(why)).with_only_columns(col(Employee.id))
    ordered = found.order_by(col(Employee.name), col(Employee.id))
    rows = session.connection().execute(ordered.offset(offset).limit(limit))
    return [row.id for row in rows]


def _everybody(unit_ids: frozenset[int] | None) -> Select[Any]:
    active = and_(col(Account.employee_id) == col(Employee.id), col(Account.state) == ACTIVE)
    found: Select[Any] = select(col(Employee.id))
    found = found.outerjoin(Account, active).where(col(Employee.left_on).is_(None))
    return found if unit_ids is None else found.where(col(Employee.unit_id).in_(unit_ids))


def _cause(why: str) -> ColumnElement[bool]:
    if why == NEVER:
        return col(Account.id).is_(None)
    return col(Account.unreachable).is_not(None)
