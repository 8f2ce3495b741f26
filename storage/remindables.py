"""Who is still to be reminded of a forum: groups first, people only when their hour has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Select, select, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col

from storage.employees import Employee
from storage.forums import OPEN, Forum
from storage.invitations import Invitation
from storage.units import Unit


class Stage(StrEnum):
    """The two reminders of a forum, as their letters are named."""

    DAY = "day"
    HOUR = "hour"


class Group(NamedTuple):
    """Invitees of one forum whose days and hours are alike and who were not reminded yet."""

    forum_id: int
    sequence: int
    starts_at: datetime
    told_at: datetime  # of the invitation, or of the newest change
    zone: str
    days_per_week: int


def _told(stage: Stage) -> InstrumentedAttribute[datetime | None]:
    column = col(Invitation.day_told_at if stage is Stage.DAY else Invitation.hour_told_at)
    assert isinstance(column, InstrumentedAttribute)
    return column


def groups(session: Session, stage: Stage, since: datetime, until: datetime) -> Sequence[Group]:
    """Groups of forums that start after `since` and not after `until`."""
    columns = (
        col(Forum.id), col(Forum.sequence), col(Forum.starts_at),
        col(Forum.changed_at), col(Unit.zone), col(Unit.days_per_week),
    )  # fmt: skip
    found: Select[*tuple[Any, ...]] = (
        select(*columns)
        .distinct()
        .join(Invitation, col(Invitation.forum_id) == col(Forum.id))
        .join(Employee, col(Employee.id) == col(Invitation.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(
            col(Forum.state) == OPEN,
            col(Forum.starts_at) > since,
            col(Forum.starts_at) <= until,
            _told(stage).is_(None),
        )
    )
    return [Group(*row) for row in session.connection().execute(found)]


def take(session: Session, stage: Stage, group: Group, now: datetime) -> Sequence[tuple[int, str]]:
    """Mark everybody of a group as dealt with; each with the answer given, once."""
    alike = (
        select(col(Employee.id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .where(
            col(Unit.zone) == group.zone,
            col(Unit.days_per_week) == group.days_per_week,
        )
    )
    marked = (
        update(Invitation)
        .where(
            col(Invitation.forum_id) == group.forum_id,
            col(Invitation.employee_id).in_(alike),
            _told(stage).is_(None),
        )
        .values({_told(stage).key: now})
        .returning(col(Invitation.employee_id), col(Invitation.answer))
    )
    return [(one, answer) for one, answer in session.connection().execute(marked)]


def forget(session: Session, forum_id: int) -> None:
    """A new time is reminded of anew."""
    session.connection().execute(
        update(Invitation)
        .where(col(Invitation.forum_id) == forum_id)
        .values(day_told_at=None, hour_told_at=None)
    )


def people(session: Session, forum_id: int) -> Sequence[int]:
    """Everybody invited."""
    found = select(col(Invitation.employee_id)).where(col(Invitation.forum_id) == forum_id)
    return session.connection().execute(found.order_by(col(Invitation.id))).scalars().all()
