"""The minutes of a decision: numbered when it is taken, printed for those it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import certificates
from bot.actions.certificates import Ground
from bot.actions.certificates.facts import Facts, read
from bot.actions.me import Me
from bot.actions.objections.card import Card, card
from bot.actions.refusals import Refused
from bot.rules.certificates import CertificateKind, link_argument, numbered
from bot.texts.objections import minutes as texts
from storage import certificates as stored
from storage import periods, profile
from storage.objections import Objection
from storage.printing import printing_of


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is printed: `link` is the QR's, `address` where the code may be typed."""

    card: Card
    facts: Facts
    number: str
    code: str
    link: str
    address: str
    username: str
    at: datetime


def issue(session: Session, me: Me, row: Objection) -> None:
    """A number and a code for a decision of mine, in the transaction in which it is taken."""
    period = periods.get(session, row.period_id)
    assert period is not None
    ground = Ground(
        CertificateKind.OBJECTION, row.id or 0, row.employee_id, me.employee_id,
        texts.honour(period.year, period.quarter), me.today, me.today.year,
    )  # fmt: skip
    certificates.issue(session, ground, me.employee_id, me.now)


def minutes(session: Session, me: Me, objection_id: int) -> Minutes:
    """Of an objection that I may read and that was decided."""
    found = card(session, me, objection_id)
    row = stored.of_object(session, CertificateKind.OBJECTION, objection_id)
    if row is None or found.verdict is None:
        raise Refused(texts.none_yet(), "no_minutes")
    printing, username = printing_of(session), profile.username(session) or ""
    link = f"https://t.me/{username}?start={link_argument(row.code)}"
    if printing.address:
        link = f"{printing.address}/cek/{row.code}"
    address = f"{printing.address.partition('://')[2]}/cek" if printing.address else ""
    return Minutes(
        found, read(row.facts), numbered(row.kind, row.number, row.year), row.code, link, address,
        username, row.issued_at,
    )  # fmt: skip
