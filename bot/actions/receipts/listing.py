"""For HR: who has not taken the receipt, and why that may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.rules.publication import RELEASED
from bot.texts import receipts as texts
from storage import absences, accounts, employees, periods, receipts
from storage.periods import Period

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
    rights.seen(session, me, "receipts.list", [row.employee_id for row in rows])
    items = [
        (row.receipt_id, row.name, row.unit, why(session, row.employee_id, me.today))
        for row in rows
    ]
    return Waits(period.id, period.year, period.quarter, at, total, items)


def why(session: Session, employee_id: int, today: date) -> str:
    """Why the receipt may be waiting: the person has left, is on leave, or has no account."""
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        return LEFT
    if employee_id in absences.away_on(session, today):
        return AWAY
    return "" if accounts.active_of(session, employee_id) else NO_ACCOUNT


def _newest(session: Session) -> Period | None:
    return next((one for one in periods.recent(session, 4) if one.state in RELEASED), None)
