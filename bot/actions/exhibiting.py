"""Files handed in with what waits for a decision: kept, or refused and the owner told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions import quota
from bot.examining.verdicts import Examined
from bot.rules.evidence import EvidenceState, Fault, fault_named, retry
from bot.screens import Place, place
from storage import (
    audit,
    evidence,
    evidence_files,
    evidence_quota,
    exhibits,
    forum_materials,
    objections,
    outbox,
)
from storage.broadcasts import BroadcastFile, rows
from storage.evidence import EvidenceFile
from storage.exhibits import Exhibit
from storage.forum_materials import ForumMaterial
from storage.outbox import Kind
from storage.trainings import LearningProof, learning, proofs


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Files of one table: whose each is (None: nobody's any more), and where its owner sees it.

    Refused, one is told of by `letter` with its number as `{name}`; the trail says
    `{name}s.refuse`.
    """

    table: type[EvidenceFile]
    get: Callable[[Session, int], Any]
    owner: Callable[[Session, Any], int | None]
    name: str
    letter: str
    opens: Callable[[Any], Place]


def _objector(session: Session, row: Exhibit) -> int | None:
    found = objections.get(session, row.objection_id)
    return found.employee_id if found else None


def _learner(session: Session, row: LearningProof) -> int | None:
    found = learning.get(session, row.learning_id)
    return found.employee_id if found else None


EXHIBITS = HandedIn(
    Exhibit, exhibits.get, _objector, "exhibit", "objections.exhibit_refused",
    lambda row: place("objections.exhibits", row.objection_id),
)  # fmt: skip
PROOFS = HandedIn(
    LearningProof, proofs.get, _learner, "proof", "trainings.proof_refused",
    lambda row: place("trainings.files", row.learning_id),
)  # fmt: skip
MATERIALS = HandedIn(
    ForumMaterial, forum_materials.get, lambda _, row: row.added_by, "material",
    "forums.material_refused", lambda row: place("forums.materials", row.forum_id, 0),
)  # fmt: skip


def _author(session: Session, row: BroadcastFile) -> int | None:
    found = rows.get(session, row.broadcast_id)
    return found.author_id if found else None


BROADCAST = HandedIn(
    BroadcastFile, rows.file, _author, "broadcastfile", "broadcasts.file_refused",
    lambda row: place("broadcasts.text", row.broadcast_id),
)  # fmt: skip
ALL = {str(one.table.__tablename__): one for one in (EXHIBITS, PROOFS, MATERIALS, BROADCAST)}


def keep(
    session: Session, number: int, examined: Examined, now: datetime, of: HandedIn = EXHIBITS
) -> None:
    """A file has come: keep it unless it is no longer wanted or has no room. Again: nothing."""
    row, owner = _waiting(session, number, of)
    if row is None:
        return
    if not quota.fits(session, owner, row.added_at, len(examined.content)):
        _refuse(session, row, owner, Fault.QUOTA, now, of)
        return
    evidence_files.files_of(session).write(examined.sha256, examined.content)
    evidence.settle(
        session, number, of.table, state=EvidenceState.KEPT, sha256=examined.sha256,
        file_type=examined.file_type, size=len(examined.content), fetch_at=None,
    )  # fmt: skip


def fetch_failed(
    session: Session, number: int, fault: str, now: datetime, final: bool,
    of: HandedIn = EXHIBITS,
) -> None:  # fmt: skip
    """A file did not come; it is asked for again later, unless `final` or asked for too often."""
    row, owner = _waiting(session, number, of)
    if row is None:
        return
    again = retry(row.tries + 1, now).at
    if final or again is None:
        _refuse(session, row, owner, fault_named(fault), now, of)
    else:
        evidence.settle(session, number, of.table, tries=row.tries + 1, fetch_at=again)


def _refuse(
    session: Session, row: Any, owner: int, fault: Fault, now: datetime, of: HandedIn
) -> None:
    number = row.id or 0
    refused = {"state": EvidenceState.REFUSED, "fault": fault, "fetch_at": None}
    evidence.settle(session, number, of.table, **refused)
    about = f"{of.name}/{number}"
    audit.record(session, now, None, f"{of.name}s.refuse", about, {"fault": fault})
    outbox.put(
        session, f"{about}/refused", Kind.DECISION, of.letter, now, to=owner,
        facts={of.name: number}, opens=of.opens(row),
    )  # fmt: skip


def _waiting(session: Session, number: int, of: HandedIn) -> tuple[Any, int]:
    """One that still waits, and whose it is; the owner's quota is held until the end."""
    row = of.get(session, number)
    owner = of.owner(session, row) if row else None
    if row is None or owner is None:
        return None, 0
    evidence_quota.hold(session, owner)
    row = of.get(session, number)
    waits = row is not None and row.state == EvidenceState.WAITING
    return (row if waits else None), owner
