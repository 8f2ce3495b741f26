"""My certificates, one of them, and everything that is printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.certificates import facts
from bot.actions.certificates.facts import Facts
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.documents.signing import Key
from bot.rules.authority import Role
from bot.rules.certificates import HONOURS, link_argument, numbered
from bot.texts import words
from storage import certificates, profile
from storage.certificates import AWARD, REVOKED, VALID, Certificate
from storage.printing import printing_of

PAGE = 5


@dataclass(frozen=True, slots=True)
class Item:
    certificate_id: int
    kind: str
    number: str
    honour: str
    revoked_on: date | None


@dataclass(frozen=True, slots=True)
class Mine:
    items: Sequence[Item]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Card:
    """One certificate; `reason` of its revocation only for those who may know it.

    `award_id` is what an award's own was issued for, 0 for others.
    """

    certificate_id: int
    kind: str
    number: str
    facts: Facts
    mine: bool
    may_print: bool
    may_revoke: bool
    may_replace: bool
    revoked_on: date | None
    reason: str
    award_id: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed, and how: `link` is the QR's, `address` where the code may be typed."""

    card: Card
    code: str
    link: str
    address: str
    username: str
    issued_at: datetime
    now: datetime
    key: Key | None


def mine(session: Session, me: Me, page: int = 0) -> Mine:
    """Everything I was given, newest first."""
    rights.demand(session, me, "certificates.mine", about=me.employee_id)
    total = certificates.count_of(session, me.employee_id)
    at = nearest(page, total, PAGE)
    rows = certificates.of(session, me.employee_id, at * PAGE, PAGE)
    return Mine([_item(me, row) for row in rows], at, pages_of(total, PAGE))


def card(session: Session, me: Me, certificate_id: int) -> Card:
    """One that I may see."""
    return card_of(me, demanded(session, me, "certificates.read", certificate_id))


def sheet(session: Session, me: Me, certificate_id: int) -> Sheet:
    """Everything on the paper of one that is in force."""
    row = demanded(session, me, "certificates.print", certificate_id)
    printing, username = printing_of(session), profile.username(session) or ""
    link = f"https://t.me/{username}?start={link_argument(row.code)}"
    if printing.address:
        link = f"{printing.address}/cek/{row.code}"
    address = f"{printing.address.partition('://')[2]}/cek" if printing.address else ""
    return Sheet(
        card_of(me, row), row.code, link, address, username, row.issued_at, me.now,
        printing.key,
    )  # fmt: skip


def demanded(session: Session, me: Me, right: str, certificate_id: int) -> Certificate:
    """The certificate, if `right` to its holder holds in its state. Raises Refused."""
    row = certificates.get(session, certificate_id)
    if row is None or row.kind not in HONOURS:
        raise Refused(words.not_available(), "unknown_certificate")
    rights.demand(session, me, right, about=row.employee_id, state=row.state)
    return row


def card_of(me: Me, row: Certificate) -> Card:
    return Card(
        certificate_id=row.id or 0,
        kind=row.kind,
        number=numbered(row.kind, row.number, row.year),
        facts=facts.read(row.facts),
        mine=row.employee_id == me.employee_id,
        may_print=row.state == VALID,
        may_revoke=row.state == VALID and row.employee_id != me.employee_id,
        may_replace=row.state == VALID and row.employee_id != me.employee_id and me.has(Role.HR),
        revoked_on=_revoked_on(me, row),
        reason=row.reason if row.state == REVOKED else "",
        award_id=row.object_id if row.kind == AWARD else 0,
    )


def _item(me: Me, row: Certificate) -> Item:
    told = facts.read(row.facts)
    number = numbered(row.kind, row.number, row.year)
    return Item(row.id or 0, row.kind, number, told.honour, _revoked_on(me, row))


def _revoked_on(me: Me, row: Certificate) -> date | None:
    if row.state == VALID or row.revoked_at is None:
        return None
    return row.revoked_at.astimezone(me.zone).date()
