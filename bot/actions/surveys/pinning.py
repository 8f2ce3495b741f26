"""The survey's part of a period's results, settled once when rating closes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED
from bot.rules.surveys.entering import asks, entered, span
from bot.rules.surveys.units import Served
from storage import audit, units
from storage.periods import Period
from storage.surveys import pins, tallies

CLOSED = (PeriodState.CALIBRATION, *RELEASED)


def pin(session: Session, period: Period, now: datetime) -> None:
    """Keep the sums of this period's answers and every unit's index.

    Once: later calls do nothing, and nothing is kept where no indicator asks the survey.
    """
    assert period.id is not None
    scheme, quarter = schemes.of_period(session, period), schemes.quarter_of(period)
    rules = scheme.surveys
    if not asks(scheme) or pins.there(session, period.id):
        return
    days = span(quarter, rules.quarters)
    services = [
        Served(one.unit_id, one.service_id, one.kind, one.tally)
        for one in tallies.of_services(session, [days], loose=rules.loose_count)
    ]
    parents = {one.id or 0: one.parent_id for one in units.everything(session)}
    sums = [
        {
            "period_id": period.id, "unit_id": one.unit_id, "service_id": one.service_id,
            "kind": one.kind, "answers": one.tally.count, "sums": pins.write_sums(one.tally),
            "squares": one.tally.squares,
        }
        for one in services
    ]  # fmt: skip
    rows = [{"period_id": period.id, **asdict(one)} for one in entered(scheme, parents, services)]
    pins.put(session, sums, rows)
    answers = sum(one.tally.count for one in services)
    kept = pins.digest(session.connection(), period.id)
    facts = {"answers": answers, "services": len(services), "kept": kept}
    audit.record(session, now, None, "surveys.pin", f"period/{quarter}", facts)


def assign(session: Session, period: Period, people: Collection[int]) -> None:
    """Give these people the index of the unit in which they stood when the quarter ended."""
    if period.state not in CLOSED or not asks(schemes.of_period(session, period)):
        return
    assert period.id is not None
    pins.assign(session, period.id, schemes.quarter_of(period).last_day, people)
