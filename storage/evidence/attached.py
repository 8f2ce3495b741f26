"""The evidence of an achievement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func
from sqlmodel import Session, col, or_, select

from bot.rules.evidence import EvidenceState
from storage.evidence.file import Evidence, EvidenceMark, EvidenceTwin
from storage.kept import once
from storage.rows import Rows
from storage.upsert import insert_new


def add(session: Session, values: dict[str, Any]) -> bool:
    """Attach; False when it was attached before."""
    blank = {"turn_id": 0, "fault": "", "tries": 0, "sha256": "", "file_type": "", "look": ""}
    return insert_new(session, Evidence, blank | values)


_GET = Rows(Evidence, select(Evidence).where(col(Evidence.id) == bindparam("this")))


def get(session: Session, evidence_id: int) -> Evidence | None:
    return _GET.first(session, this=evidence_id)


_OF = Rows(
    Evidence,
    select(Evidence)
    .where(
        col(Evidence.achievement_id) == bindparam("achievement"),
        col(Evidence.turn_id) == bindparam("turn"),
    )
    .order_by(col(Evidence.id)),
)


@once("evidence")
def of(session: Session, achievement_id: int, turn_id: int = 0) -> Sequence[Evidence]:
    """Evidence in the order it came."""
    return _OF.all(session, achievement=achievement_id, turn=turn_id)


def count(session: Session, achievement_id: int) -> int:
    found = select(func.count()).where(
        col(Evidence.achievement_id) == achievement_id, col(Evidence.turn_id) == 0
    )
    return session.exec(found).one()


def pending(session: Session, achievement_id: int) -> int:
    """How many files are not yet here."""
    return sum(one.state == EvidenceState.WAITING for one in of(session, achievement_id))


def remove(session: Session, ids: Iterable[int]) -> None:
    """Forget evidence; files nobody names any more are swept later."""
    those = list(ids)
    run = session.connection().execute
    run(delete(EvidenceMark).where(col(EvidenceMark.evidence_id).in_(those)))
    twin = or_(col(EvidenceTwin.evidence_id).in_(those), col(EvidenceTwin.twin_id).in_(those))
    run(delete(EvidenceTwin).where(twin))
    run(delete(Evidence).where(col(Evidence.id).in_(those)))


def named(session: Session) -> frozenset[str]:
    """The names of all files that some evidence needs."""
    found = select(Evidence.sha256).where(col(Evidence.sha256) != "").distinct()
    return frozenset(session.exec(found))
