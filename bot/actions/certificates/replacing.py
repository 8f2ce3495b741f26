"""Issuing a certificate anew where the name on it was misspelled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.actions.certificates import facts
from bot.actions.certificates.issuing import code_for, issue_entry
from bot.actions.certificates.reading import Card, card_of, demanded
from bot.actions.certificates.reissuing import keep_former
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.certificates import CertificateKind, numbered
from bot.rules.stamps import stamp, still
from bot.screens import Went, place
from bot.texts import words
from bot.texts.certificates import replacing as texts
from storage import awards, certificates, employees, outbox
from storage.certificates import VALID, Certificate
from storage.outbox import Kind


@dataclass(frozen=True, slots=True)
class Replacing:
    """A certificate, and the name that the list of employees holds today."""

    card: Card
    name: str
    seen: str


def ask_replacing(session: Session, me: Me, certificate_id: int) -> Replacing:
    """Shows both names; there is something to do where they differ."""
    row = demanded(session, me, "certificates.replace", certificate_id)
    name = _name(session, row)
    return Replacing(card_of(me, row), name, stamp(row.code, name))


def replace_paper(session: Session, me: Me, certificate_id: int, seen: str = "") -> Went:
    """Issue it with the name of the list, a number and a code of its own. Raises ProofWanted.

    The paper of before is kept; whoever checks it is told by which number it was replaced.
    """
    row = demanded(session, me, "certificates.replace", certificate_id)
    told, name = facts.read(row.facts), _name(session, row)
    if not still(seen, row.code, name):
        return Went(place("certificates.replacing", certificate_id), words.changed_since())
    if name == told.name:
        raise Refused(texts.same_name(), "same_name")
    demand_proof(session, me)
    former = keep_former(session, row, me.employee_id, me.now)
    before, year = numbered(row.kind, row.number, row.year), me.now.year
    new = Certificate(
        id=row.id, kind=row.kind, object_id=row.object_id, employee_id=row.employee_id, year=year,
        number=_number(session, row.kind, year),
        facts=facts.write(replace(told, name=name, instead_of=before)),
    )  # fmt: skip
    new.code = code_for(session, new)
    values = {
        "year": year, "number": new.number, "facts": new.facts, "code": new.code,
        "issued_by": me.employee_id, "issued_at": me.now,
    }  # fmt: skip
    if not certificates.renew(session, certificate_id, former.code, VALID, **values):
        raise Refused(words.changed_since(), "replaced")
    issue_entry(session, new, me.employee_id, me.now)
    outbox.put(
        session, f"certificates.replaced/{former.id}", Kind.DECISION, "certificates.replaced",
        me.now, to=row.employee_id, facts={"certificate": certificate_id},
        opens=place("certificates.card", certificate_id),
    )  # fmt: skip
    return Went(place("certificates.card", certificate_id), texts.replaced_notice())


def _number(session: Session, kind: str, year: int) -> int:
    """The next of its series: certificates of awards are counted together with the awards."""
    if kind == CertificateKind.AWARD:
        return awards.next_number(session, year)
    return certificates.next_number(session, kind, year)


def _name(session: Session, row: Certificate) -> str:
    person = employees.get(session, row.employee_id)
    assert person is not None
    return person.name
