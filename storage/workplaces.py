"""Where people in service stand, unit and superior, without reading the people themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlmodel import Session, and_, col, or_, select

from storage.employees import Employee


class Post(NamedTuple):
    """Where a person in service stands."""

    id: int
    unit_id: int
    superior_id: int | None


_POSTS = (
    select(col(Employee.id), col(Employee.unit_id), col(Employee.superior_id))
    .where(col(Employee.left_on).is_(None))
    .order_by(col(Employee.id))
)


def posts(session: Session) -> Sequence[Post]:
    """Where everybody in service stands, by number: fit for offices of any size."""
    rows = session.connection().execute(_POSTS)
    return [Post(row.id, row.unit_id, row.superior_id) for row in rows]


def posts_where(
    session: Session,
    *,
    numbers: Collection[int] = (),
    units: Collection[int] = (),
    superiors: Collection[int] = (),
) -> Sequence[Post]:
    """Where those in service stand who have one of these numbers, units or superiors."""
    asked = ((Employee.id, numbers), (Employee.unit_id, units), (Employee.superior_id, superiors))
    either = [col(column).in_(wanted) for column, wanted in asked if wanted]
    if not either:
        return []
    rows = session.connection().execute(_POSTS.where(or_(*either)))
    return [Post(row.id, row.unit_id, row.superior_id) for row in rows]


def posts_after(session: Session, unit: int, number: int, limit: int) -> Sequence[Post]:
    """Where people in service stand, by unit and number, from behind that person on."""
    place = (col(Employee.unit_id), col(Employee.id))
    later = or_(place[0] > unit, and_(place[0] == unit, place[1] > number))
    rows = session.connection().execute(
        _POSTS.where(later).order_by(None).order_by(*place).limit(limit)
    )
    return [Post(row.id, row.unit_id, row.superior_id) for row in rows]
