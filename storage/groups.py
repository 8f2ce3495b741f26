"""Groups and channels that people with the right put the bot into, and the units they serve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, delete, literal, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.units import Unit
from storage.upsert import insert_new


class UnitGroup(SQLModel, table=True):
    """`chat_id` is Telegram's, `unit_id` None until somebody says which unit it serves.

    A unit has one at most. The row goes when the bot is no longer there.
    """

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    title: str = sealed("")
    unit_id: int | None = Field(default=None, foreign_key="unit.id", unique=True)
    added_by: int = Field(foreign_key="employee.id")
    added_at: datetime = moment()
    connected_by: int | None = Field(default=None, foreign_key="employee.id")
    connected_at: datetime | None = moment(nullable=True)


class Serving(NamedTuple):
    """A chat that serves a unit, and whose group it is."""

    chat_id: int
    unit: str


def add(session: Session, row: UnitGroup) -> bool:
    """Note a group; False when it is known already."""
    return insert_new(session, UnitGroup, row.model_dump(exclude={"id"}))


def get(session: Session, group_id: int) -> UnitGroup | None:
    return session.get(UnitGroup, group_id, populate_existing=True)


def lock(session: Session, group_id: int, unit_id: int) -> UnitGroup | None:
    """The group, while until the commit nobody else connects it, or another to that unit."""
    session.exec(select(Unit.id).where(Unit.id == unit_id).with_for_update()).first()
    this = select(UnitGroup).where(UnitGroup.id == group_id).with_for_update()
    return session.exec(this.execution_options(populate_existing=True)).first()


def at(session: Session, chat_id: int, *, hold: bool = False) -> UnitGroup | None:
    """The group behind a chat; `hold`: nobody else changes it until the commit."""
    return _first(session, col(UnitGroup.chat_id) == chat_id, hold=hold)


def of_unit(session: Session, unit_id: int) -> UnitGroup | None:
    """The group of this very unit."""
    return _first(session, col(UnitGroup.unit_id) == unit_id)


def everything(session: Session) -> Sequence[tuple[UnitGroup, str]]:
    """All groups with the name of the unit each serves, "" for none; those without first."""
    found = (
        select(UnitGroup, Unit.name)
        .join(Unit, col(Unit.id) == col(UnitGroup.unit_id), isouter=True)
        .order_by(col(Unit.name).is_not(None), col(Unit.name), col(UnitGroup.id))
        .execution_options(populate_existing=True)
    )
    return [(row, name or "") for row, name in session.exec(found)]


def connect(session: Session, group_id: int, unit_id: int, by: int, now: datetime) -> None:
    """Let this group serve the unit, and none that did before."""
    _free(session, col(UnitGroup.unit_id) == unit_id)
    this = update(UnitGroup).where(col(UnitGroup.id) == group_id)
    values = {"unit_id": unit_id, "connected_by": by, "connected_at": now}
    session.connection().execute(this.values(values))


def disconnect(session: Session, group_id: int, unit_id: int) -> bool:
    """Let it serve no unit; whether it still served that one."""
    mine = (col(UnitGroup.id) == group_id, col(UnitGroup.unit_id) == unit_id)
    return _free(session, *mine)


def remove(session: Session, group_id: int) -> None:
    """The bot is no longer there."""
    session.connection().execute(delete(UnitGroup).where(col(UnitGroup.id) == group_id))


def move(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: what it serves stays."""
    this = update(UnitGroup).where(col(UnitGroup.chat_id) == old)
    session.connection().execute(this.values(chat_id=new))


def rename(session: Session, chat_id: int, title: str) -> None:
    """It is called otherwise in Telegram now."""
    this = update(UnitGroup).where(col(UnitGroup.chat_id) == chat_id)
    session.connection().execute(this.values(title=title))


def serving(session: Session, unit_id: int) -> Serving | None:
    """The group of the nearest unit upward, itself first, that has one."""
    start: Any = select(
        col(Unit.id).label("id"), col(Unit.parent_id).label("parent_id"), literal(0).label("steps")
    )
    tree = start.where(col(Unit.id) == unit_id).cte("way_up", recursive=True)
    above: Any = select(col(Unit.id), col(Unit.parent_id), tree.c.steps + 1)
    tree = tree.union_all(above.where(col(Unit.id) == tree.c.parent_id))
    found: Any = (
        select(col(UnitGroup.chat_id), Unit.name)
        .join(Unit, col(Unit.id) == col(UnitGroup.unit_id))
        .join(tree, tree.c.id == col(UnitGroup.unit_id))
        .order_by(tree.c.steps)
        .limit(1)
    )
    row = session.connection().execute(found).first()
    return Serving(*row) if row else None


def _first(
    session: Session, where: ColumnElement[bool], *, hold: bool = False
) -> UnitGroup | None:
    this = select(UnitGroup).where(where).execution_options(populate_existing=True)
    return session.exec(this.with_for_update() if hold else this).first()


def _free(session: Session, *where: ColumnElement[bool]) -> bool:
    values = {"unit_id": None, "connected_by": None, "connected_at": None}
    done = session.connection().execute(update(UnitGroup).where(*where).values(values))
    return done.rowcount > 0
