"""Who saw a result handed over: found by whoever hands it over, and asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.receipts.handing import Handing, can_tap, ready
from bot.actions.refusals import Refused
from bot.actions.search import Found, find
from bot.actions.search import found as shown
from bot.rules.receipts import HandState
from bot.screens import Place, Went, place
from bot.texts import handovers as texts
from bot.texts import words
from storage import (
    agreement,
    audit,
    duties,
    employees,
    handovers,
    outbox,
)
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.handovers import Handover
from storage.outbox import Kind

DAYS_TO_ATTEST = 3


@dataclass(frozen=True, slots=True)
class Seeking:
    """The question for a witness, or the people found by it."""

    handover_id: int
    receipt_id: int
    name: str
    way: str
    where: str
    people: Sequence[Found]


def seeking(session: Session, me: Me, handover_id: int, *ids: int) -> Seeking:
    """My draft, waiting for a witness."""
    row = _draft(session, me, handover_id)
    at = ready(session, me, row.receipt_id)
    people = shown(session, [number for number in ids if _fits(session, me, at, number)])
    return Seeking(handover_id, row.receipt_id, at.name, row.way, row.place, people)


def find_witness(session: Session, me: Me, handover_id: int, text: str) -> Place:
    """Search the whole agency for somebody with an account who can have seen it."""
    row = _draft(session, me, handover_id)
    at = ready(session, me, row.receipt_id)
    ids = [number for number in find(session, text) if _fits(session, me, at, number)]
    if not ids:
        raise Refused(texts.no_such_witness(), "nobody_found")
    return place("receipts.found", handover_id, *ids)


def ask(session: Session, me: Me, handover_id: int, witness_id: int) -> Went:
    """Ask the witness; nothing is received before the answer."""
    row = _draft(session, me, handover_id)
    at = ready(session, me, row.receipt_id)
    if not _fits(session, me, at, witness_id):
        raise Refused(texts.no_such_witness(), "not_a_witness")
    values = {"witness_id": witness_id, "asked_at": me.now, "state": HandState.ASKED}
    if not handovers.change(session, handover_id, [HandState.DRAFT], **values):
        raise Refused(texts.asked_already(), "asked_already")
    facts = {
        "receipt": row.receipt_id, "by": me.employee_id, "witness": witness_id, "way": row.way,
        "said": agreement.mark(vault_of(session), row.place),
    }  # fmt: skip
    about = f"handover/{handover_id}"
    audit.record(session, me.now, me.employee_id, "handovers.ask", about, facts)
    until = me.today + timedelta(DAYS_TO_ATTEST)
    duties.owe(
        session, DutyKind.ATTEST, witness_id, me.today, until,
        period_id=at.period_id, about_id=at.employee_id, object_id=handover_id,
    )  # fmt: skip
    opens = place("receipts.witness", handover_id)
    outbox.put(
        session, f"receipts.asked/{handover_id}", Kind.DECISION, "receipts.asked", me.now,
        to=witness_id, facts={"handover": handover_id}, opens=opens,
    )  # fmt: skip
    return Went(place("receipts.one", row.receipt_id), texts.asked_notice())


def _draft(session: Session, me: Me, handover_id: int) -> Handover:
    row = handovers.get(session, handover_id)
    if row is None or row.by_id != me.employee_id:
        raise Refused(words.not_available(), "unknown_handover")
    if row.state != HandState.DRAFT:
        raise Refused(texts.asked_already(), "asked_already")
    return row


def _fits(session: Session, me: Me, at: Handing, witness_id: int) -> bool:
    """A second person: neither whoever hands over nor whoever receives, and able to answer."""
    if witness_id in (me.employee_id, at.employee_id):
        return False
    person = employees.get(session, witness_id)
    return person is not None and can_tap(session, person)
