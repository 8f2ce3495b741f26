"""Who has not joined, and who has blocked the bot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, exists, func
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from storage.accounts import ACTIVE, Account
from storage.employees import Employee
from storage.entry_codes import EntryCode
from storage.units import Unit

NEVER, BLOCKED, OUT = "never", "blocked", "out"


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


class Uninvited(NamedTuple):
    """How many there are, and the first of them by unit and name."""

    total: int
    first: Sequence[int]


def uninvited(
    session: Session, unit_ids: frozenset[int] | None, but: int, now: datetime,
    since: datetime | None, limit: int,
) -> Uninvited:  # fmt: skip
    """Who never joined, but one, and holds no living code issued `since` (None: or holds one)."""
    those = [_cause(NEVER), col(Employee.id) != but]
    if since is not None:
        living = exists().where(
            col(EntryCode.employee_id) == col(Employee.id), col(EntryCode.used_at).is_(None),
            col(EntryCode.ended_at).is_(None), col(EntryCode.expires_at) > now,
            col(EntryCode.issued_at) >= since,
        )  # fmt: skip
        those.append(~living)
    found = _everybody(unit_ids).where(*those)
    total = session.connection().execute(found.with_only_columns(func.count())).scalar_one()
    if not limit or not total:
        return Uninvited(int(total), ())
    ordered = (
        found.join(Unit, col(Unit.id) == col(Employee.unit_id))
        .with_only_columns(col(Employee.id))
        .order_by(col(Unit.name), col(Unit.id), col(Employee.name), col(Employee.id))
        .limit(limit)
    )
    return Uninvited(int(total), [row.id for row in session.connection().execute(ordered)])


def _everybody(unit_ids: frozenset[int] | None) -> Select[Any]:
    active = and_(col(Account.employee_id) == col(Employee.id), col(Account.state) == ACTIVE)
    found: Select[Any] = select(col(Employee.id))
    found = found.outerjoin(Account, active).where(col(Employee.left_on).is_(None))
    return found if unit_ids is None else found.where(col(Employee.unit_id).in_(unit_ids))


def _cause(why: str) -> ColumnElement[bool]:
    if why == OUT:
        return or_(_cause(NEVER), _cause(BLOCKED))
    if why == NEVER:
        return col(Account.id).is_(None)
    return col(Account.unreachable).is_not(None)


class UnitReach(NamedTuple):
    """People in service of one unit, and how they stand with the bot.

    `moved` have joined anew with another account, `active` with their first.
    """

    unit_id: int
    name: str
    people: int
    never: int
    blocked: int
    moved: int
    active: int


def by_unit(session: Session, unit_ids: frozenset[int] | None) -> Sequence[UnitReach]:
    """Every unit with people in it, those with most out of reach first."""
    mine: Any = aliased(Account)
    moved = select(col(Account.employee_id)).where(
        col(Account.replaces_id).is_not(None), col(Account.state) == ACTIVE
    )
    never, blocked = mine.id.is_(None), mine.unreachable.is_not(None)
    elsewhere = and_(~blocked, ~never, col(Employee.id).in_(moved))
    counts: list[Any] = [
        func.count().label("people"),
        *(func.count().filter(one) for one in (never, blocked, elsewhere)),
    ]
    found: Select[Any] = (
        select_columns(col(Unit.id), col(Unit.name), *counts)
        .select_from(Employee)
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(mine, and_(mine.employee_id == col(Employee.id), mine.state == ACTIVE))
        .where(col(Employee.left_on).is_(None))
        .group_by(col(Unit.id), col(Unit.name))
    )
    if unit_ids is not None:
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    rows = [
        UnitReach(number, name, people, out, shut, gone, people - out - shut - gone)
        for number, name, people, out, shut, gone in session.connection().execute(found)
    ]
    return sorted(rows, key=lambda one: (-(one.never + one.blocked), one.name))
