"""How a result stands: whether it was received, and until when an objection may be filed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.holidays import workdays_around
from bot.rules.objections import Window, window
from bot.rules.receipts import HandState, ReceiptState, at_work, state_of
from bot.rules.workdays import NoWorkday
from storage import absences, employees, handovers, receipts, units
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Standing:
    """`taken_at` in the zone of the person's unit; `handed`: somebody attested it, not the person.

    `handover_id` is where that is told, 0 where there is nothing more.

    `deemed`: the day on which it counts as received without a receipt. That and `window` are None
    as long as they cannot be said: the person is away without an end in sight.
    """

    edition: int
    today: date
    taken_at: datetime | None
    handed: bool
    deemed: date | None
    window: Window | None
    state: ReceiptState
    handover_id: int = 0


def standing(
    session: Session, period: Period, employee_id: int, edition: int, released: datetime,
    now: datetime,
) -> Standing:  # fmt: skip
    """Of this edition of a result published at `released`, be its receipt written or not."""
    assert period.id is not None
    person = employees.get(session, employee_id)
    unit = units.get(session, person.unit_id) if person else None
    assert unit is not None
    zone = ZoneInfo(unit.zone)
    row = receipts.of(session, period.id, employee_id, edition)
    issued = (row.issued_at if row else released).astimezone(zone).date()
    taken = row.taken_at.astimezone(zone) if row and row.taken_at else None
    handed = row is not None and row.taken_by not in (None, employee_id)
    open_in = _window(session, period, employee_id, issued, taken, handed, unit.days_per_week)
    deemed = open_in.last - timedelta(period.objection_days) if open_in else None
    today = now.astimezone(zone).date()
    state = state_of(taken is not None, not handed, deemed, today)
    told = handovers.of_receipt(session, row.id or 0) if row is not None and handed else None
    number = told.id or 0 if told is not None and told.state == HandState.ATTESTED else 0
    return Standing(
        edition, today, taken, handed, None if taken else deemed, open_in, state, number
    )


def _window(
    session: Session, period: Period, employee_id: int, issued: date, taken: datetime | None,
    handed: bool, days_per_week: int,
) -> Window | None:  # fmt: skip
    rules = schemes.of_period(session, period).objection
    leave = absences.absences_of(session, employee_id, issued)
    away = [(one.since, one.until) for one in leave]
    calendar = at_work(workdays_around(session, days_per_week, issued), away, issued)
    day = taken.date() if taken else None
    received, handed_over = (None, day) if handed else (day, None)
    pinned = replace(rules, days=period.objection_days)
    with suppress(NoWorkday):
        return window(issued, pinned, calendar, received=received, handed_over=handed_over)
    return None
