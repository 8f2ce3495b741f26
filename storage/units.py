"""Units of the agency: a tree, each with its time zone and working week."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.kept import once
from storage.rows import Rows


class Unit(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    parent_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    zone: str
    days_per_week: int = 5


_GET = Rows(Unit, select(Unit).where(col(Unit.id) == bindparam("this")))


@once("unit")
def get(session: Session, unit_id: int) -> Unit | None:
    return _GET.first(session, this=unit_id)


_COUNT = select_columns(func.count()).select_from(Unit)


def everything(session: Session) -> Sequence[Unit]:
    return session.exec(select(Unit).order_by(col(Unit.id))).all()


@once("unit")
def count(session: Session) -> int:
    return int(session.connection().execute(_COUNT).scalar_one())


def top(session: Session) -> str:
    """The name of the unit above all others: the office."""
    above_all = select(Unit.name).where(col(Unit.parent_id).is_(None)).order_by(col(Unit.id))
    return session.exec(above_all).first() or ""


@once("unit")
def below(session: Session, unit_id: int) -> frozenset[int]:
    """The unit and all units under it."""
    top = select(col(Unit.id).label("id")).where(Unit.id == unit_id).cte("below", recursive=True)
    tree = top.union_all(select(col(Unit.id)).where(col(Unit.parent_id) == top.c.id))
    return frozenset(session.connection().execute(select(tree.c.id)).scalars())


_NAMES = select(col(Unit.id), Unit.name).where(
    col(Unit.id).in_(bindparam("numbers", expanding=True))
)


def names(session: Session, unit_ids: Collection[int]) -> dict[int, str]:
    """Names of these units."""
    rows = session.connection().execute(_NAMES, {"numbers": set(unit_ids)})
    return {row.id: row.name for row in rows}


def zones(session: Session, unit_ids: Collection[int]) -> dict[int, str]:
    """Time zones of these units."""
    found = select(Unit.id, Unit.zone).where(col(Unit.id).in_(set(unit_ids)))
    return {number: zone for number, zone in session.exec(found) if number is not None}


def below_any(session: Session, unit_ids: Collection[int]) -> frozenset[int]:
    """These units and all under them, in one statement."""
    top: Select[Any] = select(col(Unit.id).label("id")).where(col(Unit.id).in_(set(unit_ids)))
    tops = top.cte("below_any", recursive=True)
    tree = tops.union_all(select(col(Unit.id)).where(col(Unit.parent_id) == tops.c.id))
    return frozenset(session.connection().execute(select(tree.c.id)).scalars())


def above(session: Session, unit_id: int) -> frozenset[int]:
    """The unit and all it belongs to."""
    start = select(col(Unit.id).label("id"), col(Unit.parent_id).label("parent_id"))  # type: ignore[var-annotated]
    here = start.where(col(Unit.id) == unit_id).cte("above_unit", recursive=True)
    tree = here.union_all(
        select(col(Unit.id), col(Unit.parent_id)).where(col(Unit.id) == here.c.parent_id)
    )
    return frozenset(session.connection().execute(select(tree.c.id)).scalars())
