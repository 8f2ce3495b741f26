"""Whom a broadcast is for, and who of them can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, insert, literal, null, or_, true
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from bot.rules.broadcasts import Audience, Out, Staff
from storage.accounts import ACTIVE, Account
from storage.broadcasts.tables import Broadcast, BroadcastReader
from storage.employees import Employee
from storage.grants import Grant
from storage.units import Unit, below_any

_ACCOUNT = and_(col(Account.employee_id) == col(Employee.id), col(Account.state) == ACTIVE)
OUT: Any = case(
    (col(Account.id).is_(None), Out.NEVER.value),
    (col(Account.unreachable).is_not(None), Out.BLOCKED.value),
    else_="",
)


class Count(NamedTuple):
    """People of an audience; how many of them never joined, and cannot be written to."""

    people: int
    never: int
    blocked: int

    @property
    def reached(self) -> int:
        return self.people - self.never - self.blocked


class Person(NamedTuple):
    """Somebody of an audience who gets no copy, and why."""

    employee_id: int
    name: str
    unit: str
    out: str


def who(session: Session, row: Broadcast, today: date) -> ColumnElement[bool]:
    """Which employees it is for, as things stand now."""
    there: list[ColumnElement[bool]] = [col(Employee.left_on).is_(None)]
    if row.within:
        there.append(col(Employee.unit_id).in_(below_any(session, _numbers(row.within))))
    match row.audience:
        case Audience.UNIT:
            there.append(col(Employee.unit_id) == int(row.which or 0))
        case Audience.BELOW:
            chosen = below_any(session, [int(row.which or 0)])
            there.append(col(Employee.unit_id).in_(chosen))
        case Audience.ROLE:
            there.append(col(Employee.id).in_(_holding(row.which, today)))
        case Audience.STAFF:
            pns = col(Employee.rank).contains("/")  # III/a; a PPPK has a number or none
            there.append(pns if row.which == Staff.PNS else ~pns)
        case Audience.FAILED:
            mine = (
                col(BroadcastReader.broadcast_id) == int(row.which or 0),
                col(BroadcastReader.letter_id).is_not(None),
                col(BroadcastReader.passed_at).is_(None),
            )
            there.append(
                col(Employee.id).in_(select_columns(col(BroadcastReader.employee_id)).where(*mine))
            )
        case _:
            there.append(true())
    return and_(*there)


def _holding(role: str, today: date) -> Any:
    if role == "atasan":
        return select_columns(col(Employee.superior_id)).where(
            col(Employee.superior_id).is_not(None), col(Employee.left_on).is_(None)
        )
    until = or_(col(Grant.until).is_(None), col(Grant.until) >= today)
    return select_columns(col(Grant.employee_id)).where(
        col(Grant.role) == role, col(Grant.since) <= today, until
    )


def _numbers(written: str) -> list[int]:
    return [int(one) for one in written.split(",") if one]


def count(session: Session, chosen: ColumnElement[bool]) -> Count:
    found = (
        select_columns(OUT, func.count())
        .select_from(Employee)
        .outerjoin(Account, _ACCOUNT)
        .where(chosen)
        .group_by(OUT)
    )
    by = {out: int(many) for out, many in session.connection().execute(found)}
    return Count(sum(by.values()), by.get(Out.NEVER, 0), by.get(Out.BLOCKED, 0))


def unreached(
    session: Session, chosen: ColumnElement[bool], limit: int, offset: int
) -> Sequence[Person]:
    """Those who will get no copy, by unit and name."""
    found: Select[Any] = (
        select_columns(col(Employee.id), col(Employee.name), col(Unit.name), OUT)
        .select_from(Employee)
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(Account, _ACCOUNT)
        .where(chosen, or_(col(Account.id).is_(None), col(Account.unreachable).is_not(None)))
        .order_by(col(Unit.name), col(Employee.name), col(Employee.id))
    )
    rows = session.connection().execute(found.offset(offset).limit(limit))
    return [Person(*row) for row in rows]


def write_down(
    session: Session, row: Broadcast, chosen: ColumnElement[bool], limit: int
) -> tuple[int, int]:
    """The next readers by number: how many, and up to whom. Nobody twice."""
    after = (chosen, col(Employee.id) > row.listed_to)
    ids = (
        select_columns(col(Employee.id)).where(*after).order_by(col(Employee.id)).limit(limit)
    ).subquery()
    many, last = (
        session.connection().execute(select_columns(func.count(), func.max(ids.c.id))).one()
    )
    if not many:
        return 0, row.listed_to
    values = {
        "broadcast_id": literal(row.id), "employee_id": col(Employee.id), "out": OUT,
        "letter_id": null(), "edition": literal(row.edition), "read_at": null(),
        "tries": literal(0), "finished": literal(0), "best": literal(0), "passed_at": null(),
        "reminded": literal(0),
    }  # fmt: skip
    those = (
        select_columns(*values.values())
        .select_from(Employee)
        .outerjoin(Account, _ACCOUNT)
        .where(*after, col(Employee.id) <= last)
    )
    session.connection().execute(insert(BroadcastReader).from_select(list(values), those))
    return int(many), int(last)
