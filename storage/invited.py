"""Forums as one person finds them: invited to or hosted, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, and_, col

from storage.employees import Employee
from storage.forums import CANCELLED, DRAFT, OPEN, Forum
from storage.invitations import DECLINED, NONE, SEATED, Invitation
from storage.kept import once
from storage.prepared import Prepared


class Seen(NamedTuple):
    """A forum as one person finds it: with the invitation, if any, and the host."""

    forum: Forum
    invitation: Invitation | None
    host: str
    host_sex: int


def seen(session: Session, forum_id: int, employee_id: int) -> Seen | None:
    """The rows as they are now, in one statement; None when there is no such forum."""
    invited = and_(
        col(Invitation.forum_id) == col(Forum.id), col(Invitation.employee_id) == employee_id
    )
    found: Select[*tuple[Any, ...]] = (
        select_columns(Forum, Invitation, col(Employee.name), col(Employee.sex))
        .join(Employee, col(Employee.id) == col(Forum.host_id))
        .outerjoin(Invitation, invited)
        .where(col(Forum.id) == forum_id)
    )
    row = session.execute(found, execution_options={"populate_existing": True}).first()
    return Seen(*row) if row else None


class Line(NamedTuple):
    """One line of my list: a forum I host or am invited to."""

    id: int
    kind: str
    topic: str
    starts_at: datetime
    state: str
    hosting: bool
    answer: str | None
    unconfirmed: bool | None


def mine(
    session: Session, employee_id: int, now: datetime, past: bool, page: int, size: int
) -> Sequence[Line]:
    """A page of my forums: those to come and under way, or those that are over, nearest first."""
    hosting = col(Forum.host_id) == employee_id
    over = or_(col(Forum.ends_at) < now, col(Forum.state) == CANCELLED)
    found: Select[*tuple[Any, ...]] = (
        select_columns(
            col(Forum.id),
            col(Forum.kind),
            col(Forum.topic),
            col(Forum.starts_at),
            col(Forum.state),
            hosting,
            col(Invitation.answer),
            and_(_answered(), col(Invitation.answered_for) < col(Forum.sequence)),
        )
        .outerjoin(
            Invitation,
            and_(
                col(Invitation.forum_id) == col(Forum.id),
                col(Invitation.employee_id) == employee_id,
            ),
        )
        .where(
            col(Forum.state) != DRAFT,
            or_(hosting, col(Invitation.id).is_not(None)),
            over if past else ~over,
        )
        .order_by(
            col(Forum.starts_at).desc() if past else col(Forum.starts_at), col(Forum.id).desc()
        )
    )
    rows = session.connection().execute(found.offset(page * size).limit(size))
    return [Line(*row) for row in rows]


class Open(NamedTuple):
    """An invitation that waits for me: for an answer, or for the code."""

    id: int
    kind: str
    starts_at: datetime
    answer: str
    unconfirmed: bool


class Moments(NamedTuple):
    """Doors are open when a forum starts before `doors` and ended after `closed`.

    Of a series only what is held until `soon` is asked for.
    """

    now: datetime
    soon: datetime
    doors: datetime
    closed: datetime
    most: int


@once("forum", "invitation")
def waiting_for(session: Session, employee_id: int, moments: Moments) -> Sequence[Open]:
    """At most so many forums I have not answered, or whose doors are open and I am not in yet."""
    rows = _WAITING_FOR.all(session, employee=employee_id, **moments._asdict())
    return [Open(*row) for row in rows]


def _answered() -> ColumnElement[bool]:
    return col(Invitation.answer) != NONE


def _waiting_for() -> Select[*tuple[Any, ...]]:
    old = and_(_answered(), col(Invitation.answered_for) < col(Forum.sequence))
    unanswered = and_(
        col(Forum.starts_at) > bindparam("now"),
        or_(col(Forum.series_id).is_(None), col(Forum.starts_at) <= bindparam("soon")),
        or_(col(Invitation.answer) == NONE, and_(old, col(Invitation.answer) != DECLINED)),
    )
    inside = and_(
        col(Forum.starts_at) <= bindparam("doors"),
        col(Forum.ends_at) >= bindparam("closed"),
        col(Invitation.answer) == SEATED,
        col(Invitation.attended_at).is_(None),
    )
    found: Select[*tuple[Any, ...]] = (
        select_columns(
            col(Forum.id), col(Forum.kind), col(Forum.starts_at), col(Invitation.answer), old
        )
        .join(Invitation, col(Invitation.forum_id) == col(Forum.id))
        .where(
            col(Invitation.employee_id) == bindparam("employee"),
            col(Forum.state) == OPEN,
            col(Forum.ends_at) >= bindparam("closed"),
            or_(unanswered, inside),
        )
        .order_by(col(Forum.starts_at))
    )
    return found.limit(bindparam("most", type_=Integer))


WAITS = _waiting_for()
_WAITING_FOR = Prepared(WAITS)
