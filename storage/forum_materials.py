"""Materials of forums: files, fetched and examined like evidence, and links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, delete, func, update
from sqlmodel import Field, Session, col, select

from bot.rules.evidence import EvidenceState
from storage.evidence import EvidenceFile
from storage.upsert import insert_new

LINK = "link"


class ForumMaterial(EvidenceFile, table=True):
    """One file, or a link (its address is the `text`). `for_present`: not for whoever was absent.

    `key` is Telegram's unique id of the file, or a mark of the address.
    """

    __table_args__ = (UniqueConstraint("forum_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    added_by: int = Field(foreign_key="employee.id", index=True)
    for_present: bool = False


def add(session: Session, values: dict[str, Any]) -> bool:
    """Attach; False when it was attached before."""
    blank = {"fault": "", "tries": 0, "sha256": "", "file_type": "", "look": "", "file_id": "",
             "name": "", "for_present": False}  # fmt: skip
    return insert_new(session, ForumMaterial, blank | values)


def get(session: Session, material_id: int) -> ForumMaterial | None:
    return session.get(ForumMaterial, material_id, populate_existing=True)


def of(session: Session, forum_id: int) -> Sequence[ForumMaterial]:
    """In the order they came."""
    found = select(ForumMaterial).where(ForumMaterial.forum_id == forum_id)
    fresh = found.order_by(col(ForumMaterial.id)).execution_options(populate_existing=True)
    return session.exec(fresh).all()


def readable(session: Session, forum_id: int, *, present: bool) -> Sequence[ForumMaterial]:
    """Those that were kept and that somebody who was there (`present`) or not may have."""
    found = select(ForumMaterial).where(
        ForumMaterial.forum_id == forum_id, ForumMaterial.state == EvidenceState.KEPT
    )
    if not present:
        found = found.where(col(ForumMaterial.for_present).is_(False))
    return session.exec(found.order_by(col(ForumMaterial.id))).all()


def restrict(session: Session, material_id: int, *, for_present: bool) -> None:
    this = update(ForumMaterial).where(col(ForumMaterial.id) == material_id)
    session.exec(this.values(for_present=for_present))


def remove(session: Session, material_id: int) -> bool:
    """Forget one; files nobody names any more are swept later."""
    this = delete(ForumMaterial).where(col(ForumMaterial.id) == material_id)
    return session.exec(this).rowcount == 1


def used(
    session: Session, employee_id: int, since: datetime, until: datetime, states: Collection[str]
) -> int:
    """Bytes in these states that this person added from `since` to before `until`."""
    found = select(func.coalesce(func.sum(ForumMaterial.size), 0)).where(
        ForumMaterial.added_by == employee_id,
        col(ForumMaterial.state).in_(states),
        col(ForumMaterial.added_at) >= since,
        col(ForumMaterial.added_at) < until,
    )
    return int(session.exec(found).one() or 0)


def named(session: Session) -> frozenset[str]:
    """The names of all files that some material needs."""
    found = select(ForumMaterial.sha256).where(col(ForumMaterial.sha256) != "").distinct()
    return frozenset(session.exec(found))
