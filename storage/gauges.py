"""What the database knows about how things stand, in a few cheap statements; about nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select, text
from sqlmodel import Session, col

from bot.rules.audit import ANCHOR
from storage import outbox, pauses, replays
from storage.audit import AuditEntry
from storage.broadcasts import BroadcastFile
from storage.evidence import Evidence
from storage.exhibits import Exhibit
from storage.forum_materials import ForumMaterial
from storage.outbox import Letter, State
from storage.replays import Replay
from storage.trainings import LearningProof
from storage.updates import FailedUpdate

# Letters that arrived or fell away are counted as they go, not here: they are millions.
OPEN = (
    State.WAITING,
    State.LEASED,
    State.SENDING,
    State.UNKNOWN,
    State.FAILED,
    State.EXPIRED,
)


Fetched = Evidence | Exhibit | LearningProof | ForumMaterial | BroadcastFile
FETCHED: tuple[type[Fetched], ...] = (
    Evidence,
    Exhibit,
    LearningProof,
    ForumMaterial,
    BroadcastFile,
)


class Gauges(NamedTuple):
    """`letters` by class and state; moments are None when there is no such thing."""

    letters: Mapping[tuple[str, str], int]
    oldest_letter: datetime | None
    pause_until: datetime | None
    parked: int
    evidence_waiting: int
    entries: int
    anchored_at: datetime | None
    size: int
    replay: Replay | None = None


def read(session: Session, now: datetime) -> Gauges:
    """How things stand; `now` is the office's time, by which letters fall due."""
    run = session.connection()
    letters = run.execute(
        select(col(Letter.kind), col(Letter.state), func.count())
        .where(col(Letter.state).in_(OPEN))
        .group_by(col(Letter.kind), col(Letter.state))
    )
    parked = select(func.count()).where(col(FailedUpdate.parked_at).is_not(None))
    return Gauges(
        letters={(kind, state): count for kind, state, count in letters},
        oldest_letter=outbox.oldest_due(session, now),
        pause_until=pauses.until(session, pauses.TELEGRAM),
        parked=run.scalar(parked) or 0,
        evidence_waiting=sum(run.scalar(_waiting(of)) or 0 for of in FETCHED),
        entries=run.scalar(select(func.max(col(AuditEntry.id)))) or 0,
        anchored_at=run.scalar(_newest_anchor()),
        size=_size(session),
        replay=replays.last(session),
    )


def _waiting(files: type[Fetched]) -> Select[int]:
    return select(func.count()).where(col(files.fetch_at).is_not(None))


def _newest_anchor() -> Select[datetime]:
    found = select(col(AuditEntry.at)).where(col(AuditEntry.action) == ANCHOR)
    return found.order_by(col(AuditEntry.id).desc()).limit(1)


def _size(session: Session) -> int:
    """Bytes of the database."""
    run = session.connection()
    if run.dialect.name == "sqlite":
        pages, each = (run.exec_driver_sql(f"PRAGMA page_{w}").scalar() for w in ("count", "size"))
        return int(pages or 0) * int(each or 0)
    return int(run.scalar(text("SELECT pg_database_size(current_database())")) or 0)
