"""`Sudah saya terima`: one tap, noted once with its moment."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights, visibility
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Went, place
from bot.texts import receipts as texts
from bot.texts import words
from storage import audit, duties, handovers, periods, publication, receipts, results
from storage.duties import DutyKind
from storage.receipts import Receipt


def take(session: Session, me: Me, period_id: int, edition: int) -> Went:
    """Note that I have received my result of a period, as this edition of it."""
    period = periods.get(session, period_id)
    seen = period is not None and visibility.is_visible(session, period, me.employee_id)
    state = "visible" if seen else ""
    rights.demand(session, me, "receipts.take", about=me.employee_id, state=state)
    result = results.of(session, period_id, me.employee_id)
    release = publication.of_period(session, period_id)
    if result is None or release is None:
        raise Refused(words.not_available(), "unknown_result")
    here = place("results.card", period_id, me.employee_id)
    if result.edition != edition:
        return Went(here, words.changed_since())
    # The letter's turn may not have come, but the person has seen the result.
    receipts.issue(session, period_id, me.employee_id, edition, release.signed_at)
    row = receipts.of(session, period_id, me.employee_id, edition)
    assert row is not None
    if not note(session, row, me, "receipts.take"):
        return Went(here, texts.received_already())
    return Went(here, texts.received_notice())


def note(session: Session, row: Receipt, me: Me, action: str) -> bool:
    """Note a receipt and end what was owed for it; False when that was done before."""
    assert row.id is not None
    if not receipts.take(session, row.id, me.employee_id, me.now):
        return False
    duties.done(
        session, DutyKind.RECEIPT, me.now, owner_id=row.employee_id, period_id=row.period_id,
        object_id=row.edition,
    )  # fmt: skip
    for number in handovers.asked(session, row.id):
        duties.withdraw(session, DutyKind.ATTEST, me.now, row.period_id, object_id=number)
    facts = {"employee": row.employee_id, "period": row.period_id, "edition": row.edition}
    audit.record(session, me.now, me.employee_id, action, f"receipt/{row.id}", facts)
    return True
