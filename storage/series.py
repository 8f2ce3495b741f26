"""Forums of one series: the others of an occurrence, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session, and_, col, select

from storage.forums import OPEN, Forum
from storage.invitations import Invitation

COPIED = (
    "host_id", "kind", "topic", "audience", "units", "role", "zone", "minutes", "place",
    "capacity", "rhythm", "times", "days_off", "created_at",
)  # fmt: skip


def copy(session: Session, first: Forum, **values: Any) -> Forum:
    """Another occurrence of what `first` is, with these values of its own."""
    row = Forum(**{name: getattr(first, name) for name in COPIED}, series_id=first.id, **values)
    session.add(row)
    session.flush()
    return row


def occurrences(session: Session, series_id: int) -> Sequence[Forum]:
    """All of a series, earliest first, as they are now."""
    found = select(Forum).where(Forum.series_id == series_id)
    ordered = found.order_by(col(Forum.starts_at), col(Forum.id))
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def mine(session: Session, series_id: int, employee_id: int) -> list[tuple[Forum, str | None]]:
    """Those of a series that I host or am invited to, with my answer, earliest first."""
    invited = and_(
        col(Invitation.forum_id) == col(Forum.id), col(Invitation.employee_id) == employee_id
    )
    found = (
        select(Forum, Invitation.answer)
        .outerjoin(Invitation, invited)
        .where(
            Forum.series_id == series_id,
            or_(col(Forum.host_id) == employee_id, col(Invitation.id).is_not(None)),
        )
        .order_by(col(Forum.starts_at), col(Forum.id))
    )
    return [(forum, given) for forum, given in session.exec(found)]


def following(session: Session, forum: Forum, now: datetime) -> Sequence[Forum]:
    """Open ones of the same series after this one that have not begun, earliest first."""
    if forum.series_id is None:
        return []
    return [
        one
        for one in occurrences(session, forum.series_id)
        if one.state == OPEN and one.id != forum.id and _after(one, forum, now)
    ]


def _after(one: Forum, forum: Forum, now: datetime) -> bool:
    assert one.starts_at is not None
    assert forum.starts_at is not None
    return one.starts_at > now and one.starts_at > forum.starts_at
