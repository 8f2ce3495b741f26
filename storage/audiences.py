"""Whom a forum is for: employees chosen by unit, by role, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, insert, literal, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from storage.employees import Employee
from storage.forums import Forum, overlapping
from storage.grants import Grant
from storage.invitations import DECLINED, NONE, Invitation
from storage.units import Unit, below_any
from storage.upsert import insert_new_many

CHUNK = 500


class Group(NamedTuple):
    """Invitees whose days and hours are alike, and how many they are."""

    zone: str
    days_per_week: int
    people: int


def audience(session: Session, forum: Forum, today: date) -> ColumnElement[bool]:
    """Which employees a draft would invite: in service, without the host."""
    there = [col(Employee.left_on).is_(None), col(Employee.id) != forum.host_id]
    match forum.audience:
        case "everybody":
            pass
        case "role" if forum.role == "atasan":
            led = select_columns(col(Employee.superior_id)).where(
                col(Employee.superior_id).is_not(None), col(Employee.left_on).is_(None)
            )
            there.append(col(Employee.id).in_(led))
        case "role":
            until = or_(col(Grant.until).is_(None), col(Grant.until) >= today)
            held = select_columns(col(Grant.employee_id)).where(
                col(Grant.role) == forum.role, col(Grant.since) <= today, until
            )
            there.append(col(Employee.id).in_(held))
        case _:
            there.append(col(Employee.unit_id).in_(_units(session, forum)))
    return and_(*there)


def invited(forum_id: int) -> ColumnElement[bool]:
    """Which employees a sent forum has invited."""
    those = select_columns(col(Invitation.employee_id)).where(col(Invitation.forum_id) == forum_id)
    return col(Employee.id).in_(those)


def _units(session: Session, forum: Forum) -> frozenset[int]:
    chosen = [int(unit) for unit in forum.units.split(",") if unit]
    if forum.audience == "below":
        return below_any(session, chosen)
    return frozenset(chosen)


def groups(session: Session, who: ColumnElement[bool]) -> Sequence[Group]:
    """The zones and working weeks of these employees, largest group first."""
    found = (
        select_columns(col(Unit.zone), col(Unit.days_per_week), func.count())
        .join(Employee, col(Employee.unit_id) == col(Unit.id))
        .where(who)
        .group_by(col(Unit.zone), col(Unit.days_per_week))
        .order_by(func.count().desc(), col(Unit.zone))
    )
    return [Group(*row) for row in session.connection().execute(found)]


def busy(
    session: Session, who: ColumnElement[bool], since: datetime, until: datetime, but: int
) -> int:
    """How many of these employees host, or are invited to and did not decline, another forum."""
    return busy_each(session, who, [(since, until)], but)[0]


def busy_each(
    session: Session, who: ColumnElement[bool], spans: Sequence[tuple[datetime, datetime]],
    but: int,
) -> Sequence[int]:  # fmt: skip
    """The same in each of several spans, in one statement."""
    found = select_columns(*(_busy(who, since, until, but) for since, until in spans))
    return tuple(session.connection().execute(found).one())


def hosted_between(
    session: Session, host_id: int, since: datetime, until: datetime, but: int
) -> Sequence[tuple[datetime, datetime]]:
    """From when until when this host holds other forums in that span."""
    columns = select_columns(col(Forum.starts_at), col(Forum.ends_at))
    found = columns.where(col(Forum.host_id) == host_id, overlapping(since, until, but))
    rows = session.connection().execute(found)
    return [(since, until) for since, until in rows if since and until]


def _busy(who: ColumnElement[bool], since: datetime, until: datetime, but: int) -> Any:
    clash = overlapping(since, until, but)
    invited_there = (
        select_columns(col(Invitation.employee_id))
        .join(Forum, col(Forum.id) == col(Invitation.forum_id))
        .where(clash, col(Invitation.answer) != DECLINED)
    )
    hosting = select_columns(col(Forum.host_id)).where(clash)
    found = select_columns(func.count(col(Employee.id))).where(
        who, or_(col(Employee.id).in_(invited_there), col(Employee.id).in_(hosting))
    )
    return found.scalar_subquery()


def invite(session: Session, forum_id: int, who: ColumnElement[bool]) -> list[int]:
    """Invite all of them who are not yet, in chunks; everybody who is invited now."""
    chosen: Select[Any] = select_columns(col(Employee.id)).where(who)
    ids: list[int] = list(session.connection().execute(chosen).scalars())
    for at in range(0, len(ids), CHUNK):
        rows = [
            {"forum_id": forum_id, "employee_id": one, "answer": NONE, "answered_for": 0}
            | {"queue": 0, "tries": 0, "valued": False}
            for one in ids[at : at + CHUNK]
        ]
        insert_new_many(session, Invitation, rows)
    return ids


def invite_like(session: Session, forum_id: int, first_id: int) -> None:
    """Invite to one forum everybody who is invited to another, in one statement."""
    columns = {"answer": NONE, "answered_for": 0, "queue": 0, "tries": 0, "valued": False}
    those = select_columns(
        literal(forum_id), col(Invitation.employee_id), *map(literal, columns.values())
    ).where(col(Invitation.forum_id) == first_id)
    names = ["forum_id", "employee_id", *columns]
    session.connection().execute(insert(Invitation).from_select(names, those))
