"""Who was at a forum that is over and has no hours of learning for it yet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import exists, select
from sqlmodel import Session, col

from storage.forums import OPEN, Forum
from storage.invitations import Invitation
from storage.trainings.learning import Learning


class Uncredited(NamedTuple):
    """One person at one forum; `minutes` is how long it was to last."""

    forum_id: int
    employee_id: int
    kind: str
    topic: str
    minutes: int
    zone: str
    ends_at: datetime
    noted_by: int | None


def uncredited(
    session: Session, source: str, kinds: Collection[str], since: datetime, until: datetime,
    most: int,
) -> list[Uncredited]:  # fmt: skip
    """Those of forums of these kinds that ended after `since` and by `until`, oldest first."""
    credited = exists().where(
        col(Learning.source) == source,
        col(Learning.object_id) == col(Forum.id),
        col(Learning.employee_id) == col(Invitation.employee_id),
    )
    columns: list[Any] = [
        col(Forum.id), col(Invitation.employee_id), col(Forum.kind), col(Forum.topic),
        col(Forum.minutes), col(Forum.zone), col(Forum.ends_at), col(Invitation.noted_by),
    ]  # fmt: skip
    found = (
        select(*columns)
        .join(Invitation, col(Invitation.forum_id) == col(Forum.id))
        .where(
            col(Forum.state) == OPEN,
            col(Forum.kind).in_(kinds),
            col(Forum.ends_at) > since,
            col(Forum.ends_at) <= until,
            col(Invitation.attended_at).is_not(None),
            ~credited,
        )
        .order_by(col(Forum.ends_at), col(Invitation.id))
        .limit(most)
    )
    return [Uncredited(*row) for row in session.connection().execute(found)]
