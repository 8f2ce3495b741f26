"""Units of the agency: a tree, each with its time zone and working week."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Field, Session, SQLModel, col, select


class Unit(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    parent_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    zone: str
    days_per_week: int = 5


def by_name(session: Session, name: str) -> Unit | None:
    return session.exec(select(Unit).where(Unit.name == name)).first()


def everything(session: Session) -> Sequence[Unit]:
    return session.exec(select(Unit).order_by(col(Unit.id))).all()


def below(session: Session, unit_id: int) -> frozenset[int]:
    """The unit and all units under it."""
    top = select(col(Unit.id).label("id")).where(Unit.id == unit_id).cte("below", recursive=True)
    tree = top.union_all(select(col(Unit.id)).where(col(Unit.parent_id) == top.c.id))
    return frozenset(session.connection().execute(select(tree.c.id)).scalars())
