"""Certificates: issued, revoked by two people, their stories told, and the keys that signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import case, func, literal
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.certificates import REVOKED, Certificate, FormerCertificate
from storage.revocations import CONFIRMED, DRAFT, REFUSED, WAITING, WITHDRAWN, Revocation
from storage.signing_keys import SigningKey
from storage.stories import Story

ISSUE, REVOKE, USE_KEY = "certificates.issue", "certificates.revoke", "certificates.use_key"
PROPOSE, REPLACE = "certificates.propose", "certificates.replace"
DECIDED = {
    "certificates.confirm": CONFIRMED,
    "certificates.refuse": REFUSED,
    "certificates.withdraw": WITHDRAWN,
}
TELL = ("stories.tell", "stories.untell")
_STATE: Any = case(DECIDED, value=ENTRIES.c.action)
_ISSUED = ("kind", "of", "year", "number", "employee", "code")


def of_certificates(reader: Reader) -> Iterator[Finding]:
    """Every certificate: for what and whom, its number and code; and every one taken back."""
    issued = rows(
        col(Certificate.id), "certificate", NOTHING, col(Certificate.issued_by),
        col(Certificate.issued_at),
        text(
            col(Certificate.kind), col(Certificate.object_id), col(Certificate.year),
            col(Certificate.number), col(Certificate.employee_id), col(Certificate.code),
        ),
    )  # fmt: skip
    told = text(*map(said, _ISSUED))
    yield from disagreements(reader, Kind.CERTIFICATE, issued, Entries((ISSUE,), told))
    revoked = rows(
        col(Certificate.id), "certificate", NOTHING, col(Certificate.revoked_by),
        col(Certificate.revoked_at), text(col(Certificate.code)),
    ).where(col(Certificate.state) == REVOKED)  # fmt: skip
    taken = Entries((ISSUE, REVOKE), said("code"), counting=(REVOKE,))
    yield from disagreements(reader, Kind.CERTIFICATE, revoked, taken)


def of_replaced(reader: Reader) -> Iterator[Finding]:
    """Every certificate that another number took the place of, as it was."""
    stored = rows(
        col(FormerCertificate.id), "formercertificate", NOTHING,
        col(FormerCertificate.replaced_by), col(FormerCertificate.replaced_at),
        text(
            col(FormerCertificate.certificate_id), col(FormerCertificate.year),
            col(FormerCertificate.number), col(FormerCertificate.code),
        ),
    )  # fmt: skip
    told = text(*map(said, ("certificate", "year", "number", "code")))
    return disagreements(reader, Kind.CERTIFICATE, stored, Entries((REPLACE,), told))


def of_revocations(reader: Reader) -> Iterator[Finding]:
    """Every revocation that was proposed, and what another person decided on it."""
    proposed = rows(
        col(Revocation.id), "revocation", NOTHING, col(Revocation.proposer_id),
        col(Revocation.proposed_at), text(col(Revocation.certificate_id)),
    ).where(col(Revocation.state) != DRAFT)  # fmt: skip
    entries = Entries((PROPOSE,), said("certificate"))
    yield from disagreements(reader, Kind.REVOCATION, proposed, entries)
    decided = rows(
        col(Revocation.id), "revocation", NOTHING, col(Revocation.decided_by),
        col(Revocation.decided_at), text(col(Revocation.state)),
    ).where(col(Revocation.state).not_in((DRAFT, WAITING)))  # fmt: skip
    yield from disagreements(reader, Kind.REVOKED, decided, Entries(tuple(DECIDED), _STATE))


def of_stories(reader: Reader) -> Iterator[Finding]:
    """Every story that all may read: who approved it, and when; its winner may end that."""
    told = rows(
        col(Story.certificate_id), "certificate", NOTHING, col(Story.judged_by),
        col(Story.told_at), literal("told"),
    )  # fmt: skip
    told = told.where(col(Story.told_at).is_not(None))
    entries = Entries(TELL, literal("told"), counting=TELL[:1])
    return disagreements(reader, Kind.STORY, told, entries)


def of_signing_keys(reader: Reader) -> Iterator[Finding]:
    """Every key whose signatures count as the office's: that a start of the program brought it."""
    whose = literal("signingkey/") + func.substr(col(SigningKey.fingerprint), 1, 16)
    stored = rows(
        literal(0), "signingkey", NOTHING, literal(None), col(SigningKey.since),
        col(SigningKey.fingerprint),
    )  # fmt: skip
    stored = stored.with_only_columns(whose, *list(stored.selected_columns)[1:])
    return disagreements(reader, Kind.SIGNING_KEY, stored, Entries((USE_KEY,), said("key")))
