"""Issuing a certificate again in the place of one that is kept as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.actions.certificates import facts
from bot.actions.certificates.facts import Ground
from bot.actions.certificates.issuing import code_for, issue, issue_entry
from bot.actions.refusals import Refused
from bot.rules.certificates import numbered
from bot.texts import words
from storage import agreement, audit, certificates
from storage.certificates import REVOKED, Certificate, FormerCertificate
from storage.columns import vault_of


def issue_anew(session: Session, ground: Ground, by: int, now: datetime) -> Certificate:
    """The certificate of this ground; where it was revoked, with a number and a code of its own.

    Whoever checks the revoked paper is told by which number it was replaced.
    """
    row = certificates.of_object(session, ground.kind, ground.object_id)
    if row is None or row.state != REVOKED:
        return issue(session, ground, by, now)
    former = keep_former(session, row, by, now)
    before = numbered(row.kind, row.number, row.year)
    told = replace(facts.gather(session, ground), instead_of=before)
    new = Certificate(
        id=row.id, kind=row.kind, object_id=row.object_id, employee_id=row.employee_id,
        year=ground.year, number=certificates.next_number(session, row.kind, ground.year),
        facts=facts.write(told),
    )  # fmt: skip
    new.code = code_for(session, new)
    values = {
        "year": new.year, "number": new.number, "facts": new.facts, "code": new.code,
        "issued_by": by, "issued_at": now,
    }  # fmt: skip
    if not certificates.renew(session, row.id or 0, former.code, REVOKED, **values):
        raise Refused(words.changed_since(), "replaced")
    issue_entry(session, new, by, now)
    return new


def keep_former(session: Session, row: Certificate, by: int, now: datetime) -> FormerCertificate:
    """What stood on the paper that is still in somebody's hands."""
    former = FormerCertificate(
        certificate_id=row.id or 0, kind=row.kind, year=row.year, number=row.number,
        code=row.code, facts=row.facts, replaced_by=by, replaced_at=now,
    )  # fmt: skip
    number = certificates.keep(session, former)
    entry = {
        "certificate": row.id, "year": row.year, "number": row.number, "code": row.code,
        "said": agreement.mark(vault_of(session), row.facts),
    }  # fmt: skip
    audit.record(session, now, by, "certificates.replace", f"formercertificate/{number}", entry)
    return former
