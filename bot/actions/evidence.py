"""Bringing evidence into our own store: what to fetch, what came, what did not.

For the courier: take `next_to_fetch`, download outside of any transaction, `examine` on a thread
of your own (see `bot.actions.examining`), then `keep`; or `fetch_failed` when it did not come.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.achievements import sending
from bot.actions.examining import Examined, examine
from bot.rules.evidence import (
    LEASE,
    EvidenceState,
    Fault,
    Unfit,
    fault_named,
    marks,
    near,
    retry,
)
from bot.screens import place
from storage import achievements, audit, evidence, evidence_files, outbox
from storage.evidence import Evidence, ToFetch
from storage.outbox import Kind

ORPHANED_FOR = timedelta(days=2)


def next_to_fetch(session: Session, now: datetime, limit: int) -> Sequence[ToFetch]:
    """Files whose turn it is, leased for three minutes: what is not heard of comes again."""
    return evidence.lease(session, now, now + LEASE, limit)


def keep(session: Session, evidence_id: int, content: bytes | Examined, now: datetime) -> None:
    """A file has come: keep it, or refuse it and tell its owner why. Again: nothing happens.

    Bytes are examined here, on the thread of the database; give what `examine` made of them when
    that thread serves taps. The last file of an achievement that is being sent submits it.
    """
    try:
        examined = examine(content) if isinstance(content, bytes) else content
    except Unfit as unfit:
        refuse(session, evidence_id, unfit.fault, now)
        return
    row = _waiting(session, evidence_id)
    if row is None:
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
    """Remove files that no evidence names and that are older than two days; how many."""
    files, needed, gone = evidence_files.files_of(session), evidence.named(session), 0
    limit = min(now.timestamp(), time.time()) - ORPHANED_FOR.total_seconds()
    for name, written in list(files.names()):
        if name not in needed and written < limit and evidence_files.NAME.fullmatch(name):
            files.remove(name)
            gone += 1
    return gone


def _waiting(session: Session, evidence_id: int) -> Evidence | None:
    """Evidence that still waits; its achievement is held until the transaction ends."""
    row = evidence.get(session, evidence_id)
    if row is None or row.state != EvidenceState.WAITING:
        return None
    achievements.lock(session, row.achievement_id)
    session.refresh(row)
    return row if row.state == EvidenceState.WAITING else None


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
