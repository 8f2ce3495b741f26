"""Duties of talks, read and changed many at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import and_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage.duties import STILL_OPEN, Duty, DutyKind


class Owes(NamedTuple):
    """A superior's talk with somebody, and the window's first day as a number."""

    owner_id: int
    about_id: int
    object_id: int


class There(NamedTuple):
    """One duty as it is."""

    id: int
    open: bool


def duties_since(
    session: Session, first: int, about_ids: Collection[int] | None = None
) -> dict[Owes, There]:
    """All duties to talk in windows that began on that day or later (`20261001`)."""
    columns: list[Any] = [
        *(Duty.id, Duty.owner_id, Duty.about_id, Duty.object_id),
        and_(*STILL_OPEN),
    ]
    found = select_columns(*columns).where(
        col(Duty.kind) == DutyKind.TALK, col(Duty.object_id) >= first
    )
    if about_ids is not None:
        found = found.where(col(Duty.about_id).in_(about_ids))
    rows = session.connection().execute(found)
    return {Owes(*row[1:4]): There(row[0], bool(row[4])) for row in rows}
