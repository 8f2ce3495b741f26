"""Files of objections as they come: kept, or refused and their owner told."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import quota
from bot.examining.verdicts import Examined
from bot.rules.evidence import EvidenceState, Fault, fault_named, retry
from bot.screens import place
from storage import audit, evidence, evidence_files, evidence_quota, exhibits, objections, outbox
from storage.exhibits import Exhibit
from storage.outbox import Kind


def keep(session: Session, exhibit_id: int, examined: Examined, now: datetime) -> None:
    """A file has come: keep it unless it is no longer wanted or has no room. Again: nothing."""
    row, owner = _waiting(session, exhibit_id)
    if row is None:
        return
    if not quota.fits(session, owner, row.added_at, len(examined.content)):
        _refuse(session, row, owner, Fault.QUOTA, now)
        return
    evidence_files.files_of(session).write(examined.sha256, examined.content)
    evidence.settle(
        session, exhibit_id, Exhibit, state=EvidenceState.KEPT, sha256=examined.sha256,
        file_type=examined.file_type, size=len(examined.content), fetch_at=None,
    )  # fmt: skip


def fetch_failed(
    session: Session, exhibit_id: int, fault: str, now: datetime, final: bool
) -> None:
    """A file did not come; it is asked for again later, unless `final` or asked for too often."""
    row, owner = _waiting(session, exhibit_id)
    if row is None:
        return
    again = retry(row.tries + 1, now).at
    if final or again is None:
        _refuse(session, row, owner, fault_named(fault), now)
    else:
        evidence.settle(session, exhibit_id, Exhibit, tries=row.tries + 1, fetch_at=again)


def _refuse(session: Session, row: Exhibit, owner: int, fault: Fault, now: datetime) -> None:
    number = row.id or 0
    refused = {"state": EvidenceState.REFUSED, "fault": fault, "fetch_at": None}
    evidence.settle(session, number, Exhibit, **refused)
    audit.record(session, now, None, "exhibits.refuse", f"exhibit/{number}", {"fault": fault})
    outbox.put(
        session, f"exhibit/{number}/refused", Kind.DECISION, "objections.exhibit_refused", now,
        to=owner, facts={"exhibit": number}, opens=place("objections.exhibits", row.objection_id),
    )  # fmt: skip


def _waiting(session: Session, exhibit_id: int) -> tuple[Exhibit | None, int]:
    """One that still waits, and whose it is; the owner's quota is held until the end."""
    row = exhibits.get(session, exhibit_id)
    objection = objections.get(session, row.objection_id) if row else None
    if row is None or objection is None:
        return None, 0
    evidence_quota.hold(session, objection.employee_id)
    row = exhibits.get(session, exhibit_id)
    waits = row is not None and row.state == EvidenceState.WAITING
    return (row if waits else None), objection.employee_id
