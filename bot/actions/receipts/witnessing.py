"""The second person attests or denies a hand-over; the employee may contradict it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.receipts.taking import note
from bot.actions.refusals import Refused
from bot.rules.receipts import HandState
from bot.screens import Place, Went, place
from bot.texts import handovers as texts
from storage import (
    agreement,
    audit,
    duties,
    employees,
    handovers,
    outbox,
    periods,
    publication,
    receipts,
    results,
)
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.handovers import Handover
from storage.outbox import Kind
from storage.receipts import Receipt

SHORTEST, LONGEST = 15, 500


@dataclass(frozen=True, slots=True)
class Handed:
    """Everything known of a hand-over. `open`: its witness may still answer.

    `at` in my zone: when it was asked; `answered`: when the witness did.
    """

    handover_id: int
    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    officer: str
    witness: str
    way: str
    where: str
    at: datetime
    state: HandState
    answered: datetime | None
    word: str
    open: bool


def witness(session: Session, me: Me, handover_id: int) -> Handed:
    """What I am asked to attest."""
    found = handovers.get(session, handover_id)
    mine = found is not None and found.witness_id == me.employee_id
    row = receipts.get(session, found.receipt_id) if found is not None else None
    state = "witness" if mine else ""
    rights.demand(session, me, "receipts.witness", row.employee_id if row else 0, state)
    assert found is not None
    assert row is not None
    return _handed(session, me, found, row)


def attest(session: Session, me: Me, handover_id: int) -> Went:
    """I saw it: the result counts as received from now on, and its person is told."""
    at, row = _answered(session, me, handover_id, HandState.ATTESTED, "handovers.attest")
    if not note(session, row, me, "receipts.attest"):
        raise Refused(texts.overtaken(), "received_already")
    person = employees.get(session, row.employee_id)
    if person is not None and person.left_on is None:
        _tell(session, me, handover_id, row.employee_id, "receipts.handed")
    return Went(place("receipts.witness", handover_id), texts.attested_notice(at.name))


def deny(session: Session, me: Me, handover_id: int) -> Went:
    """I did not see it: nothing is received, and whoever recorded it is told."""
    _answered(session, me, handover_id, HandState.DENIED, "handovers.deny")
    found = handovers.get(session, handover_id)
    assert found is not None
    _tell(session, me, handover_id, found.by_id, "receipts.denied")
    return Went(Place("home.menu"), texts.denied_notice())


def handed(session: Session, me: Me, handover_id: int) -> Handed:
    """How my result was handed over, and who attests it."""
    found, row = _mine(session, me, handover_id)
    return _handed(session, me, found, row)


def contradict(session: Session, me: Me, handover_id: int, text: str) -> Went:
    """It was not so: the receipt waits again, and both who said so are told."""
    found, row = _mine(session, me, handover_id)
    said = text.strip()
    if not SHORTEST <= len(said) <= LONGEST:
        raise Refused(texts.not_a_word(SHORTEST, LONGEST), "not_a_word")
    values = {"state": HandState.CONTRADICTED, "word": said, "contradicted_at": me.now}
    if not handovers.change(session, handover_id, [HandState.ATTESTED], **values):
        raise Refused(texts.contradicted_already(), "contradicted_already")
    receipts.contradict(session, found.receipt_id)
    facts = _facts(found) | {"said": agreement.mark(vault_of(session), said)}
    about = f"handover/{handover_id}"
    audit.record(session, me.now, me.employee_id, "handovers.contradict", about, facts)
    facts = {"employee": row.employee_id, "period": row.period_id, "edition": row.edition}
    receipt = f"receipt/{row.id}"
    audit.record(session, me.now, me.employee_id, "receipts.contradict", receipt, facts)
    for person in {found.by_id, found.witness_id or found.by_id}:
        _tell(session, me, handover_id, person, "receipts.contradicted")
    return Went(place("results.card", row.period_id, me.employee_id), texts.contradicted_notice())


def _answered(
    session: Session, me: Me, handover_id: int, becomes: HandState, action: str
) -> tuple[Handed, Receipt]:
    at = witness(session, me, handover_id)
    found = handovers.get(session, handover_id)
    assert found is not None
    row = receipts.get(session, found.receipt_id)
    assert row is not None
    values = {"state": becomes, "answered_at": me.now}
    if not at.open or not handovers.change(session, handover_id, [HandState.ASKED], **values):
        raise Refused(texts.overtaken(), "overtaken")
    audit.record(session, me.now, me.employee_id, action, f"handover/{handover_id}", _facts(found))
    duties.done(
        session, DutyKind.ATTEST, me.now, owner_id=me.employee_id, period_id=at.period_id,
        about_id=at.employee_id, object_id=handover_id,
    )  # fmt: skip
    return at, row


def _mine(session: Session, me: Me, handover_id: int) -> tuple[Handover, Receipt]:
    """One about me that was attested. Raises Refused."""
    found = handovers.get(session, handover_id)
    row = receipts.get(session, found.receipt_id) if found is not None else None
    told = found is not None and found.state in (HandState.ATTESTED, HandState.CONTRADICTED)
    state = "handed" if told else ""
    rights.demand(session, me, "receipts.contradict", row.employee_id if row else 0, state)
    assert found is not None
    assert row is not None
    return found, row


def _handed(session: Session, me: Me, found: Handover, row: Receipt) -> Handed:
    period = periods.get(session, row.period_id)
    result = results.of(session, row.period_id, row.employee_id)
    assert period is not None
    people = employees.many(session, [row.employee_id, found.by_id, found.witness_id or 0])
    same = result is not None and result.edition == row.edition
    waits = row.taken_at is None and found.state == HandState.ASKED
    assert found.asked_at is not None
    return Handed(
        found.id or 0, row.period_id, row.employee_id, period.year, period.quarter,
        people[row.employee_id].name, people[found.by_id].name,
        people[found.witness_id or 0].name, found.way, found.place,
        found.asked_at.astimezone(me.zone), HandState(found.state),
        found.answered_at.astimezone(me.zone) if found.answered_at else None, found.word,
        open=waits and same and publication.of_period(session, row.period_id) is not None,
    )  # fmt: skip


def _facts(found: Handover) -> dict[str, object]:
    return {
        "receipt": found.receipt_id, "by": found.by_id, "witness": found.witness_id,
        "way": found.way,
    }  # fmt: skip


def _tell(session: Session, me: Me, handover_id: int, to: int, template: str) -> None:
    outbox.put(
        session, f"{template}/{handover_id}/{to}", Kind.DECISION, template, me.now, to=to,
        facts={"handover": handover_id},
    )  # fmt: skip
