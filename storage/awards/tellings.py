"""Announcements on their way: how far the letters of an award that all may hear of are written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select as select_columns
from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.accounts import ACTIVE, Account
from storage.columns import moment
from storage.employees import Employee
from storage.upsert import insert_new
from storage.walking import among


class AwardTelling(SQLModel, table=True):
    """One an award: letters are written by the employees' numbers, up to `reached`."""

    award_id: int = Field(foreign_key="award.id", primary_key=True)
    reached: int = 0
    finished_at: datetime | None = moment(nullable=True)


def begin(session: Session, award_id: int) -> None:
    """Write them from the first on; those that are there stay as they are."""
    new = {"award_id": award_id, "reached": 0, "finished_at": None}
    if not insert_new(session, AwardTelling, new):
        mine = update(AwardTelling).where(col(AwardTelling.award_id) == award_id)
        session.exec(mine.values(reached=0, finished_at=None))


def unfinished(session: Session) -> AwardTelling | None:
    """The oldest that is not all written."""
    found = select(AwardTelling).where(col(AwardTelling.finished_at).is_(None))
    return session.exec(found.order_by(col(AwardTelling.award_id))).first()


def advance(session: Session, award_id: int, reached: int) -> None:
    mine = update(AwardTelling).where(col(AwardTelling.award_id) == award_id)
    session.exec(mine.values(reached=reached))


def finish(session: Session, award_id: int, now: datetime) -> None:
    mine = update(AwardTelling).where(col(AwardTelling.award_id) == award_id)
    session.exec(mine.values(finished_at=now))


def readers_after(
    session: Session, after: int, limit: int, unit_ids: Collection[int] | None
) -> Sequence[int]:
    """People in service with an account, of these units or of all, by their numbers."""
    columns: list[Any] = [Employee.id]
    found = (
        select_columns(*columns)
        .join(Account, col(Account.employee_id) == col(Employee.id))
        .where(
            col(Employee.id) > after,
            col(Employee.left_on).is_(None),
            col(Account.state) == ACTIVE,
        )
    )
    if unit_ids is not None:
        found = found.where(among(Employee.unit_id, unit_ids))
    rows = session.connection().execute(found.order_by(col(Employee.id)).limit(limit))
    return [row[0] for row in rows]
