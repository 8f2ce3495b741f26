"""Bringing evidence into our own store: what to fetch, what came, what did not.

For the courier: take `next_to_fetch`, download outside of any transaction, let a child examine it
(see `bot.examining.child`), write the file, then `keep`; or `fetch_failed` when it did not come.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import exhibiting, quota
from bot.actions.achievements import sending
from bot.examining.verdicts import Examined
from bot.rules.evidence import LEASE, EvidenceState, Fault, fault_named, marks, near, retry
from bot.screens import place
from storage import (
    achievements,
    audit,
    evidence,
    evidence_files,
    exhibits,
    forum_materials,
    outbox,
)
from storage.broadcasts import BroadcastFile
from storage.broadcasts import rows as broadcasts
from storage.evidence import Evidence, ToFetch
from storage.exhibits import Exhibit
from storage.forum_materials import ForumMaterial
from storage.outbox import Kind
from storage.trainings import LearningProof, proofs

ORPHANED_FOR = timedelta(days=2)
TABLES = (Exhibit, LearningProof, ForumMaterial, BroadcastFile, Evidence)
"""Where files wait to be fetched, the most pressing first."""


def next_to_fetch(session: Session, now: datetime, limit: int) -> Sequence[ToFetch]:
    """Files whose turn it is, leased for three minutes: what is not heard of comes again.

    Those of objections first: they are handed in by a last day.
    """
    found: list[ToFetch] = []
    for table in TABLES:
        if len(found) < limit:
            found += evidence.lease(session, now, now + LEASE, limit - len(found), table)
    return found


def came(session: Session, file: ToFetch, examined: Examined, now: datetime) -> None:
    """A file was fetched and examined: keep it where it belongs."""
    if of := exhibiting.ALL.get(file.table):
        exhibiting.keep(session, file.evidence_id, examined, now, of)
    else:
        keep(session, file.evidence_id, examined, now)


def missed(session: Session, file: ToFetch, fault: str, now: datetime, final: bool) -> None:
    """The same of one that did not come, or is unfit."""
    if of := exhibiting.ALL.get(file.table):
        exhibiting.fetch_failed(session, file.evidence_id, fault, now, final, of)
    else:
        fetch_failed(session, file.evidence_id, fault, now, final)


def keep(session: Session, evidence_id: int, examined: Examined, now: datetime) -> None:
    """A file has come: keep it, or refuse it and tell its owner why. Again: nothing happens.

    The content is written unless it lies there already. The last file of an achievement that is
    being sent submits it.
    """
    row = _waiting(session, evidence_id)
    if row is None:
        return
    if not quota.has_room_for(session, row, len(examined.content)):
        refuse(session, evidence_id, Fault.QUOTA, now)
        return
    evidence_files.files_of(session).write(examined.sha256, examined.content)
    look = "" if examined.look is None else f"{examined.look:016x}"
    evidence.settle(
        session,
        evidence_id,
        state=EvidenceState.KEPT,
        sha256=examined.sha256,
        file_type=examined.file_type,
        look=look,
        size=len(examined.content),
        fetch_at=None,
    )
    if row.turn_id == 0:
        _look_for_twins(session, evidence_id, row.achievement_id, examined)
        sending.arrive(session, row.achievement_id, now)


def fetch_failed(
    session: Session, evidence_id: int, fault: str, now: datetime, final: bool
) -> None:
    """A file did not come; it is asked for again later, unless `final` or asked for too often.

    `fault` is a code of `bot.rules.evidence.Fault` (`too_large`, …) or any short word.
    """
    row = _waiting(session, evidence_id)
    if row is None:
        return
    again = retry(row.tries + 1, now).at
    if final or again is None:
        refuse(session, evidence_id, fault_named(fault), now)
    else:
        evidence.settle(session, evidence_id, tries=row.tries + 1, fetch_at=again)


def refuse(session: Session, evidence_id: int, fault: Fault, now: datetime) -> None:
    """Refuse a file for good and tell its owner; everything else of the achievement stays."""
    row = _waiting(session, evidence_id)
    if row is None:
        return
    evidence.settle(session, evidence_id, state=EvidenceState.REFUSED, fault=fault, fetch_at=None)
    audit.record(session, now, None, "evidence.refuse", f"evidence/{row.id}", {"fault": fault})
    achievement = achievements.get(session, row.achievement_id)
    if row.turn_id or achievement is None:
        return
    outbox.put(
        session,
        f"evidence/{row.id}/refused",
        Kind.DECISION,
        "achievements.evidence_refused",
        now,
        to=achievement.employee_id,
        facts={"evidence": row.id, "achievement": row.achievement_id},
        opens=place("achievements.card", row.achievement_id),
    )
    sending.arrive(session, row.achievement_id, now)


def sweep_files(session: Session, now: datetime) -> int:
    """Remove files that no evidence names and that are older than two days; how many.

    What was half written when the process died is among them.
    """
    files, gone = evidence_files.files_of(session), 0
    needed = evidence.named(session) | exhibits.named(session) | proofs.named(session)
    needed |= forum_materials.named(session) | broadcasts.named(session)
    limit = min(now.timestamp(), time.time()) - ORPHANED_FOR.total_seconds()
    for name, written in list(files.names()):
        if name not in needed and written < limit:
            files.remove(name)
            gone += 1
    return gone


def _waiting(session: Session, evidence_id: int) -> Evidence | None:
    """Evidence that still waits; its owner's quota and its achievement are held until the end."""
    row = evidence.get(session, evidence_id)
    if row is None or row.state != EvidenceState.WAITING:
        return None
    quota.hold(session, row)
    achievements.lock(session, row.achievement_id)
    row = evidence.get(session, evidence_id)
    return row if row is not None and row.state == EvidenceState.WAITING else None


def _look_for_twins(
    session: Session, evidence_id: int, achievement_id: int, examined: Examined
) -> None:
    twins = dict.fromkeys(evidence.same_content(session, examined.sha256, achievement_id), True)
    if examined.look is not None:
        found = marks(examined.look)
        for other, look in evidence.alike(session, found, achievement_id):
            if near(examined.look, int(look, 16)):
                twins.setdefault(other, False)
        evidence.mark(session, evidence_id, found)
    evidence.pair(session, evidence_id, twins)
