"""Taking a certificate back for a reason: what it was given for no longer holds."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.screens import place
from storage import agreement, audit, certificates, duties, outbox, revocations
from storage.certificates import Certificate
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.revocations import CONFIRMED, REFUSED, WITHDRAWN, Revocation

VERBS = {CONFIRMED: "confirm", REFUSED: "refuse", WITHDRAWN: "withdraw"}


def take_back(session: Session, row: Certificate, reason: str, by: int, now: datetime) -> bool:
    """Revoke it; the holder is told. False when it was revoked already.

    A revocation of it that still waits for a decision has nothing left to decide.
    """
    number = row.id or 0
    if not certificates.revoke(session, number, reason, by, now):
        return False
    said = agreement.mark(vault_of(session), reason)
    facts = {"code": row.code, "said": said}
    audit.record(session, now, by, "certificates.revoke", f"certificate/{number}", facts)
    outbox.put(
        session, f"certificates.revoked/{number}/{row.number}", Kind.DECISION,
        "certificates.revoked", now, to=row.employee_id, facts={"certificate": number},
        opens=place("certificates.card", number),
    )  # fmt: skip
    waits = revocations.waiting_for(session, number)
    if waits is not None:
        end(session, waits, row, WITHDRAWN, by, now)
    return True


def end(
    session: Session, row: Revocation, paper: Certificate, state: str, by: int, now: datetime
) -> bool:
    """End the waiting of a revocation, once, and tell whoever proposed it."""
    number = row.id or 0
    if not revocations.decide(session, number, state, by, now):
        return False
    about, said = f"revocation/{number}", {"certificate": row.certificate_id}
    audit.record(session, now, by, f"certificates.{VERBS[state]}", about, said)
    duties.done(
        session, DutyKind.DECIDE_REVOCATION, now, about_id=paper.employee_id, object_id=number
    )
    if row.proposer_id != by:
        outbox.put(
            session, f"certificates.decided/{number}", Kind.DECISION, "certificates.decided",
            now, to=row.proposer_id, facts={"revocation": number},
            opens=place("certificates.revocation", number),
        )  # fmt: skip
    return True
