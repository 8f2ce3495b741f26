"""Exhibits: files that an employee hands in with an objection, fetched like other evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, delete, func
from sqlmodel import Field, Session, col, select

from storage.evidence import EvidenceFile
from storage.objections import Objection
from storage.upsert import insert_new


class Exhibit(EvidenceFile, table=True):
    """One file; `key` is Telegram's unique id of it, so that nothing is attached twice."""

    __table_args__ = (UniqueConstraint("objection_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    objection_id: int = Field(foreign_key="objection.id", index=True)


def add(session: Session, values: dict[str, Any]) -> bool:
    """Attach; False when it was attached before."""
    blank = {"fault": "", "tries": 0, "sha256": "", "file_type": "", "look": ""}
    return insert_new(session, Exhibit, blank | values)


def get(session: Session, exhibit_id: int) -> Exhibit | None:
    return session.get(Exhibit, exhibit_id, populate_existing=True)


def of(session: Session, objection_id: int) -> Sequence[Exhibit]:
    """Those of an objection in the order they came."""
    found = select(Exhibit).where(Exhibit.objection_id == objection_id)
    fresh = found.order_by(col(Exhibit.id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def remove(session: Session, objection_id: int, exhibit_id: int | None = None) -> None:
    """Forget one, or all; files nobody names any more are swept later."""
    mine = delete(Exhibit).where(col(Exhibit.objection_id) == objection_id)
    session.exec(mine if exhibit_id is None else mine.where(col(Exhibit.id) == exhibit_id))


def used(
    session: Session, employee_id: int, since: datetime, until: datetime, states: Collection[str]
) -> int:
    """Bytes in these states that this person added from `since` to before `until`."""
    found = (
        select(func.coalesce(func.sum(Exhibit.size), 0))
        .join(Objection, col(Objection.id) == col(Exhibit.objection_id))
        .where(
            Objection.employee_id == employee_id,
            col(Exhibit.state).in_(states),
            col(Exhibit.added_at) >= since,
            col(Exhibit.added_at) < until,
        )
    )
    return int(session.exec(found).one() or 0)


def named(session: Session) -> frozenset[str]:
    """The names of all files that some exhibit needs."""
    found = select(Exhibit.sha256).where(col(Exhibit.sha256) != "").distinct()
    return frozenset(session.exec(found))
