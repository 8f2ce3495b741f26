"""A result handed over in another way: by HR or the superior, before a witness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.receipts.listing import why
from bot.actions.receipts.standing import Standing, standing
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.receipts import HandState, Way, may_hand_over
from bot.screens import Place, place
from bot.texts import handovers as texts
from bot.texts import receipts as receipt_texts
from bot.texts import words
from storage import (
    accounts,
    audit,
    employees,
    handovers,
    periods,
    receipts,
    results,
)
from storage.employees import Employee
from storage.periods import Period
from storage.receipts import Receipt

SHORTEST, LONGEST = 5, 120


@dataclass(frozen=True, slots=True)
class Handing:
    """A receipt that waits; `ready`: its hand-over may be recorded now, `asked` that one was.

    `hr`: I came from the list of HR.
    """

    receipt_id: int
    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    published: date
    why: str
    standing: Standing
    ready: bool
    asked: bool
    hr: bool
    way: str = ""


def one(session: Session, me: Me, receipt_id: int, way: str = "") -> Handing:
    """One receipt that waits, in my units or of somebody whom I lead."""
    row, period, person = _waiting(session, me, receipt_id)
    at = standing(session, period, row.employee_id, row.edition, row.issued_at, me.now)
    because = why(session, row.employee_id, me.today)
    assert period.id is not None
    newest = handovers.of_receipt(session, receipt_id)
    return Handing(
        receipt_id, period.id, row.employee_id, period.year, period.quarter, person.name,
        row.issued_at.astimezone(me.zone).date(), because, at,
        ready=may_hand_over(at.state, can_tap(session, person)),
        asked=newest is not None and newest.state == HandState.ASKED,
        hr=me.has(Role.HR), way=way if way in set(Way) else "",
    )  # fmt: skip


def write_place(session: Session, me: Me, receipt_id: int, way: str, text: str) -> Place:
    """Where it was handed over, and to whom the next question goes: who saw it."""
    at = ready(session, me, receipt_id)
    said = " ".join(text.split())
    if way not in set(Way) or not SHORTEST <= len(said) <= LONGEST:
        raise Refused(texts.not_a_place(SHORTEST, LONGEST), "not_a_place")
    begun = handovers.draft(session, at.receipt_id, me.employee_id, way, said, me.now)
    if begun is None:
        raise Refused(texts.asked_already(), "asked_already")
    audit.record(
        session, me.now, me.employee_id, "handovers.draft", f"handover/{begun}",
        {"receipt": receipt_id, "way": way},
    )  # fmt: skip
    return place("receipts.seek", begun)


def can_tap(session: Session, person: Employee) -> bool:
    """Whether the person is in service with an account that can be reached."""
    account = accounts.active_of(session, person.id or 0)
    return person.left_on is None and account is not None and account.unreachable is None


def ready(session: Session, me: Me, receipt_id: int) -> Handing:
    at = one(session, me, receipt_id)
    if at.asked:
        raise Refused(texts.asked_already(), "asked_already")
    if not at.ready:
        raise Refused(texts.still_reminded(at.standing.deemed), "still_reminded")
    return at


def _waiting(session: Session, me: Me, receipt_id: int) -> tuple[Receipt, Period, Employee]:
    """A receipt of somebody else in my units that nobody has taken; Refused otherwise."""
    row = receipts.get(session, receipt_id)
    rights.demand(session, me, "receipts.record", about=row.employee_id if row else 0)
    assert row is not None
    period, person = periods.get(session, row.period_id), employees.get(session, row.employee_id)
    assert period is not None
    assert person is not None
    if row.taken_at is not None:
        raise Refused(receipt_texts.received_already(), "received_already")
    result = results.of(session, row.period_id, row.employee_id)
    if result is None or result.edition != row.edition:
        raise Refused(words.changed_since(), "changed")
    return row, period, person
