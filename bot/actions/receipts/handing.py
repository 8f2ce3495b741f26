"""For HR: who has not taken the receipt, and results handed over in another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.reach import my_reach
from bot.actions.receipts.standing import Standing, standing
from bot.actions.receipts.taking import note
from bot.actions.refusals import Refused
from bot.rules.publication import RELEASED
from bot.screens import Went, place
from bot.texts import receipts as texts
from bot.texts import words
from storage import absences, accounts, employees, outbox, periods, receipts, results
from storage.outbox import Kind
from storage.periods import Period
from storage.receipts import Receipt

PAGE = 5
LEFT, AWAY, NO_ACCOUNT = "left", "away", "no_account"


@dataclass(frozen=True, slots=True)
class Waits:
    """One page of people whose receipt waits: number of the receipt, name, unit, and why."""

    period_id: int
    year: int
    quarter: int
    page: int
    total: int
    items: Sequence[tuple[int, str, str, str]]


@dataclass(frozen=True, slots=True)
class Handing:
    """One of them, before it is recorded that the result was handed over."""

    receipt_id: int
    period_id: int
    year: int
    quarter: int
    name: str
    published: date
    why: str
    standing: Standing


def count(session: Session, me: Me) -> tuple[int, int]:
    """The newest published period and how many receipts of my units wait in it; (0, 0) if none."""
    period = _newest(session)
    if period is None or period.id is None:
        return 0, 0
    return period.id, receipts.count_untaken(session, period.id, my_reach(session, me))


def waiting_list(session: Session, me: Me, period_id: int = 0, page: int = 0) -> Waits:
    """Who of my units has not taken the receipt, of the newest period when none is named."""
    rights.demand(session, me, "receipts.list")
    period = periods.get(session, period_id) if period_id else _newest(session)
    if period is None or period.id is None or period.state not in RELEASED:
        raise Refused(texts.none_published(), "none_published")
    reach = my_reach(session, me)
    total = receipts.count_untaken(session, period.id, reach)
    at = nearest(page, total, PAGE)
    rows = receipts.untaken(session, period.id, reach, PAGE, at * PAGE)
    items = [
        (row.receipt_id, row.name, row.unit, _why(session, row.employee_id, me.today))
        for row in rows
    ]
    return Waits(period.id, period.year, period.quarter, at, total, items)


def one(session: Session, me: Me, receipt_id: int) -> Handing:
    """One receipt that waits."""
    row, period = _waiting(session, me, receipt_id)
    person = employees.get(session, row.employee_id)
    assert person is not None
    assert period.id is not None
    return Handing(
        receipt_id,
        period.id,
        period.year,
        period.quarter,
        person.name,
        row.issued_at.astimezone(me.zone).date(),
        _why(session, row.employee_id, me.today),
        standing(session, period, row.employee_id, row.edition, row.issued_at, me.now),
    )


def hand_over(session: Session, me: Me, receipt_id: int) -> Went:
    """Record that the result was handed over today in another way; the person is told."""
    row, period = _waiting(session, me, receipt_id)
    if not note(session, row, me, "receipts.hand_over"):
        raise Refused(texts.received_already(), "received_already")
    person = employees.get(session, row.employee_id)
    if person is not None and person.left_on is None:
        facts = {"receipt": receipt_id}
        outbox.put(
            session, f"receipts.handed/{receipt_id}", Kind.DECISION, "receipts.handed", me.now,
            to=row.employee_id, facts=facts,
            opens=place("results.card", row.period_id, row.employee_id),
        )  # fmt: skip
    return Went(place("receipts.list", period.id or 0, 0), texts.handed_notice())


def _waiting(session: Session, me: Me, receipt_id: int) -> tuple[Receipt, Period]:
    """A receipt of somebody else in my units that nobody has taken; Refused otherwise."""
    row = receipts.get(session, receipt_id)
    rights.demand(session, me, "receipts.record", about=row.employee_id if row else 0)
    assert row is not None
    period = periods.get(session, row.period_id)
    assert period is not None
    if row.taken_at is not None:
        raise Refused(texts.received_already(), "received_already")
    result = results.of(session, row.period_id, row.employee_id)
    if result is None or result.edition != row.edition:
        raise Refused(words.changed_since(), "changed")
    return row, period


def _newest(session: Session) -> Period | None:
    return next((one for one in periods.recent(session, 4) if one.state in RELEASED), None)


def _why(session: Session, employee_id: int, today: date) -> str:
    """Why the receipt may be waiting: the person has left, is on leave, or has no account."""
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        return LEFT
    if employee_id in absences.away_on(session, today):
        return AWAY
    return "" if accounts.active_of(session, employee_id) else NO_ACCOUNT
