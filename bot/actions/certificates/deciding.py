"""Deciding whether a certificate is taken back: neither its proposer nor its holder does."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.awards.telling import bring_up
from bot.actions.certificates.revoking import case_and_paper
from bot.actions.certificates.taking_back import end, take_back
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.seats import release_seat
from bot.rules.stamps import still
from bot.screens import Went, place
from bot.texts import words
from bot.texts.certificates import revoking as texts
from storage import certificates
from storage.certificates import Certificate
from storage.revocations import CONFIRMED, REFUSED, WAITING, WITHDRAWN, Revocation


def confirm(session: Session, me: Me, revocation_id: int, seen: str = "") -> Went:
    """Revoke it for the reason I have `seen`; the holder reads why. Raises ProofWanted."""
    row, certificate = _decidable(session, me, revocation_id)
    here = place("certificates.revocation", revocation_id)
    if not still(seen, row.reason):
        return Went(here, words.changed_since())
    demand_proof(session, me)
    _end(session, me, row, certificate, CONFIRMED)
    if not take_back(session, certificate, row.reason, me.employee_id, me.now):
        raise Refused(texts.decided(), "decided")
    if certificate.kind == certificates.AWARD:
        ground = f"award/{certificate.object_id}"
        release_seat(session, ground, me.now, me.today, me.employee_id)
        bring_up(session, certificate.object_id, me.now)
    return Went(here, texts.revoked_notice())


def refuse(session: Session, me: Me, revocation_id: int) -> Went:
    """The certificate stays in force. Raises ProofWanted."""
    row, certificate = _decidable(session, me, revocation_id)
    demand_proof(session, me)
    _end(session, me, row, certificate, REFUSED)
    return Went(place("certificates.revocation", revocation_id), texts.refused_notice())


def withdraw(session: Session, me: Me, revocation_id: int) -> Went:
    """Take back what I proposed."""
    row, certificate = case_and_paper(session, me, revocation_id)
    if row.proposer_id != me.employee_id or row.state != WAITING:
        raise Refused(words.not_available(), "not_mine")
    _end(session, me, row, certificate, WITHDRAWN)
    return Went(place("certificates.revocation", revocation_id), texts.withdrawn_notice())


def _decidable(session: Session, me: Me, revocation_id: int) -> tuple[Revocation, Certificate]:
    row, certificate = case_and_paper(session, me, revocation_id)
    if row.proposer_id == me.employee_id:
        raise Refused(words.not_available(), "same_person")
    if row.state != WAITING:
        raise Refused(texts.decided(), "decided")
    return row, certificate


def _end(session: Session, me: Me, row: Revocation, certificate: Certificate, state: str) -> None:
    """End its waiting, once, and tell whoever proposed it."""
    if not end(session, row, certificate, state, me.employee_id, me.now):
        raise Refused(texts.decided(), "decided")
