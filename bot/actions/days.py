"""What day it is in an agency of several time zones, and where a person works."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.rules.periods import Days
from storage import employees, units

WEST = ZoneInfo("Asia/Jakarta")
"""Where a day begins last in the country: two hours past midnight in Jayapura."""


def office_day(now: datetime) -> date:
    """Today for what concerns no one unit: when roles begin and end, when a round is made."""
    return now.astimezone(WEST).date()


def zones(session: Session) -> dict[int, ZoneInfo]:
    """The clock of every unit."""
    return {unit.id or 0: ZoneInfo(unit.zone) for unit in units.everything(session)}


def agency_days(session: Session, now: datetime) -> Days:
    """Today at both ends of the agency."""
    zones = {unit.zone for unit in units.everything(session)} or {"Asia/Jakarta"}
    days = [now.astimezone(ZoneInfo(zone)).date() for zone in zones]
    return Days(last=min(days), first=max(days))


def local_day(session: Session, employee_id: int, now: datetime) -> date:
    """Today in this person's unit, whose clocks run for what concerns them."""
    return now.astimezone(ZoneInfo(unit_of(session, employee_id).zone)).date()


def unit_of(session: Session, employee_id: int) -> units.Unit:
    """The unit of an employee that there is."""
    person = employees.get(session, employee_id)
    unit = units.get(session, person.unit_id) if person else None
    assert unit is not None
    return unit
