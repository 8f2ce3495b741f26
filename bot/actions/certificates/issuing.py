"""Issuing: one certificate for one award or training result, with a number and a code for good."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from hmac import digest

from sqlmodel import Session

from bot.actions.certificates import facts
from bot.actions.certificates.facts import Ground
from bot.rules.audit import code_of
from storage import agreement, audit, certificates
from storage.certificates import Certificate
from storage.columns import vault_of


def issue(session: Session, ground: Ground, by: int | None, now: datetime) -> Certificate:
    """The certificate of this ground; the one that is there when it was issued before.

    Belongs into the transaction in which the ground comes to be. `by` is None for the program.
    """
    before = certificates.of_object(session, ground.kind, ground.object_id)
    if before is not None:
        return before
    told = facts.gather(session, ground)
    row = Certificate(
        kind=ground.kind.value, object_id=ground.object_id, year=ground.year,
        number=ground.number or certificates.next_number(session, ground.kind, ground.year),
        employee_id=ground.employee_id, facts=facts.write(told), issued_by=by, issued_at=now,
    )  # fmt: skip
    certificates.add(session, row)
    row.code = code_for(session, row)
    certificates.add(session, row)
    issue_entry(session, row, by, now)
    return row


def issue_entry(session: Session, row: Certificate, by: int | None, now: datetime) -> None:
    """Note in the trail what is issued; of one that replaces another the newest entry counts."""
    said = agreement.mark(vault_of(session), row.facts)
    entry = {
        "kind": row.kind, "of": row.object_id, "year": row.year, "number": row.number,
        "employee": row.employee_id, "code": row.code, "said": said,
    }  # fmt: skip
    audit.record(session, now, by, "certificates.issue", f"certificate/{row.id}", entry)


def code_for(session: Session, row: Certificate) -> str:
    """It binds number and facts; nobody without the office's secret can find another one."""
    bound = f"{row.id}/{row.kind}/{row.year}/{row.number}/{row.facts}"
    mac = digest(vault_of(session).key("certificates"), bound.encode(), sha256)
    return code_of(row.id or 0, mac)
