"""Duties made, done, taken back, owed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, bindparam, func, update
from sqlmodel import Session, col

from storage.duties.duty import STILL_OPEN, Duty, DutyKind
from storage.prepared import Prepared
from storage.upsert import insert_new, insert_new_many


def owe(
    session: Session,
    kind: DutyKind,
    owner_id: int,
    opens_on: date,
    due_on: date,
    *,
    period_id: int = 0,
    about_id: int = 0,
    object_id: int = 0,
) -> bool:
    """Make a duty unless it exists; whether it is new."""
    return insert_new(
        session,
        Duty,
        {
            "period_id": period_id,
            "kind": kind,
            "owner_id": owner_id,
            "about_id": about_id,
            "object_id": object_id,
            "opens_on": opens_on,
            "due_on": due_on,
        },
    )


def owe_many(session: Session, rows: Sequence[Mapping[str, Any]]) -> int:
    """Make duties unless they exist; how many are new. Each row names all columns of `owe`."""
    return insert_new_many(session, Duty, rows)


_DONE = Prepared(
    update(Duty).where(
        col(Duty.kind) == bindparam("done_kind"),
        col(Duty.period_id) == bindparam("period"),
        col(Duty.about_id) == bindparam("about"),
        col(Duty.object_id) == bindparam("object"),
        # everybody's when nobody is named
        col(Duty.owner_id) == func.coalesce(bindparam("owner", type_=Integer), col(Duty.owner_id)),
        *STILL_OPEN,
    )
)


def done(
    session: Session,
    kind: DutyKind,
    now: datetime,
    *,
    owner_id: int | None = None,
    period_id: int = 0,
    about_id: int = 0,
    object_id: int = 0,
) -> None:
    """Mark matching open duties done (every owner's when `owner_id` is None)."""
    which = {"done_kind": kind, "period": period_id, "about": about_id, "object": object_id}
    _DONE.change(session, **which, owner=owner_id, done_at=now)


def cancel(session: Session, duty_ids: Collection[int], now: datetime) -> None:
    """Take open duties back; done ones stay done."""
    open_one = (col(Duty.id).in_(duty_ids), col(Duty.done_at).is_(None))
    session.exec(update(Duty).where(*open_one).values(cancelled_at=now))


def withdraw(
    session: Session,
    kind: DutyKind,
    now: datetime,
    period_id: int,
    *,
    owner_id: int | None = None,
    about_id: int | None = None,
    object_id: int | None = None,
) -> None:
    """Take open duties of a kind back: this owner's, about this person and object, where named."""
    named = ((Duty.owner_id, owner_id), (Duty.about_id, about_id), (Duty.object_id, object_id))
    those = [col(column) == value for column, value in named if value is not None]
    those += [col(Duty.kind) == kind, col(Duty.period_id) == period_id, *STILL_OPEN]
    session.exec(update(Duty).where(*those).values(cancelled_at=now))


def reopen(session: Session, duty_ids: Collection[int]) -> None:
    """Owe again what was done or taken back."""
    these = update(Duty).where(col(Duty.id).in_(duty_ids))
    session.exec(these.values(done_at=None, cancelled_at=None))


def owe_again(
    session: Session,
    kind: DutyKind,
    period_id: int,
    owners: Collection[int],
    *,
    about_id: int = 0,
) -> None:
    """Owe what these people had done in a period once more; who owes it still is left alone."""
    theirs = (
        col(Duty.kind) == kind,
        col(Duty.period_id) == period_id,
        col(Duty.about_id) == about_id,
        col(Duty.owner_id).in_(owners),
    )
    session.exec(update(Duty).where(*theirs).values(done_at=None, cancelled_at=None))


def owe_anew(
    session: Session, kind: DutyKind, owner_id: int, opens_on: date, due_on: date,
    *, about_id: int, object_id: int, period_id: int = 0,
) -> None:  # fmt: skip
    """The same as `owe`; one that was done before is owed anew, with these days."""
    key = {"period_id": period_id, "about_id": about_id, "object_id": object_id}
    if owe(session, kind, owner_id, opens_on, due_on, **key):
        return
    mine = (
        col(Duty.kind) == kind,
        col(Duty.owner_id) == owner_id,
        col(Duty.period_id) == period_id,
        col(Duty.about_id) == about_id,
        col(Duty.object_id) == object_id,
    )
    anew = {"opens_on": opens_on, "due_on": due_on, "done_at": None, "cancelled_at": None}
    session.exec(update(Duty).where(*mine).values(**anew))
