"""Proposing to take a certificate back, with a reason; never one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.certificates import facts
from bot.actions.certificates.reading import demanded
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.certificates import numbered
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.certificates import revoking as texts
from storage import (
    audit,
    certificates,
    duties,
    employees,
    grants,
    outbox,
    revocations,
    units,
)  # fmt: skip
from storage.certificates import Certificate
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.revocations import DRAFT, WAITING, Revocation

SHORTEST, LONGEST = 20, 500
DAYS = 7
ROLES = (Role.HR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Case:
    """A revocation with its certificate; `seen` is a mark of what is shown."""

    revocation_id: int
    certificate_id: int
    kind: str
    number: str
    name: str
    honour: str
    proposer: str
    proposed_at: datetime | None
    reason: str
    state: str
    decider: str
    mine: bool
    may_decide: bool
    seen: str


def ask_reason(session: Session, me: Me, certificate_id: int) -> Certificate:
    """Asks why it is to be revoked."""
    return _revocable(session, me, certificate_id)


def write_reason(session: Session, me: Me, certificate_id: int, text: str) -> Place:
    """Keep why I am about to propose it. Raises Refused for too few or too many words."""
    _revocable(session, me, certificate_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    number = revocations.draft(session, certificate_id, me.employee_id, said)
    return place("certificates.revocation", number)


def case(session: Session, me: Me, revocation_id: int) -> Case:
    """A revocation before those who may decide it; a draft only before whoever wrote it."""
    row, certificate = case_and_paper(session, me, revocation_id)
    ids = [row.proposer_id, row.decided_by or 0]
    people = employees.many(session, ids)
    told, mine = facts.read(certificate.facts), row.proposer_id == me.employee_id
    return Case(
        revocation_id=revocation_id,
        certificate_id=certificate.id or 0,
        kind=certificate.kind,
        number=numbered(certificate.kind, certificate.number, certificate.year),
        name=told.name,
        honour=told.honour,
        proposer=people[row.proposer_id].name,
        proposed_at=row.proposed_at.astimezone(me.zone) if row.proposed_at else None,
        reason=row.reason,
        state=row.state,
        decider=people[row.decided_by].name if row.decided_by else "",
        mine=mine,
        may_decide=row.state == WAITING and not mine,
        seen=stamp(row.reason),
    )


def propose(session: Session, me: Me, revocation_id: int, seen: str = "") -> Went:
    """Hand the reason I have `seen` to those who may decide, who are told."""
    row, certificate = case_and_paper(session, me, revocation_id)
    _revocable(session, me, row.certificate_id)
    here = place("certificates.revocation", revocation_id)
    if row.state != DRAFT or not still(seen, row.reason):
        return Went(here, words.changed_since())
    second = _deciders(session, me, certificate)
    if not second:
        raise Refused(texts.nobody_else(), "no_decider")
    if not revocations.propose(session, revocation_id, me.now):
        raise Refused(texts.waits_already(), "waits_already")
    said = {"certificate": row.certificate_id}
    about = f"revocation/{revocation_id}"
    audit.record(session, me.now, me.employee_id, "certificates.propose", about, said)
    for person in second:
        duties.owe(
            session, DutyKind.DECIDE_REVOCATION, person, me.today, me.today + timedelta(DAYS),
            about_id=certificate.employee_id, object_id=revocation_id,
        )  # fmt: skip
        outbox.put(
            session, f"certificates.proposed/{revocation_id}/{person}", Kind.DECISION,
            "certificates.proposed", me.now, to=person, facts={"revocation": revocation_id},
            opens=here,
        )  # fmt: skip
    return Went(here, texts.proposed_notice())


def _revocable(session: Session, me: Me, certificate_id: int) -> Certificate:
    row = demanded(session, me, "certificates.revoke", certificate_id)
    if revocations.waiting_for(session, certificate_id) is not None:
        raise Refused(texts.waits_already(), "waits_already")
    return row


def case_and_paper(session: Session, me: Me, revocation_id: int) -> tuple[Revocation, Certificate]:
    row = revocations.get(session, revocation_id)
    if row is None or (row.state == DRAFT and row.proposer_id != me.employee_id):
        raise Refused(words.not_available(), "unknown_revocation")
    certificate = certificates.get(session, row.certificate_id)
    assert certificate is not None
    rights.demand(session, me, "certificates.decide", about=certificate.employee_id)
    return row, certificate


def _deciders(session: Session, me: Me, certificate: Certificate) -> Sequence[int]:
    """HR and heads whose role reaches the holder, without proposer and holder."""
    person = employees.get(session, certificate.employee_id)
    assert person is not None
    found = {
        grant.employee_id
        for role in ROLES
        for grant in grants.holders(session, role, me.today)
        if grant.unit_id is None or person.unit_id in units.below(session, grant.unit_id)
    }
    here = employees.many(session, sorted(found - {me.employee_id, certificate.employee_id}))
    return sorted(number for number, one in here.items() if one.left_on is None)
