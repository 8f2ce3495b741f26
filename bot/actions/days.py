"""What day it is in an agency of several time zones."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.rules.periods import Days
from storage import units


def agency_days(session: Session, now: datetime) -> Days:
    """Today at both ends of the agency."""
    zones = {unit.zone for unit in units.everything(session)} or {"Asia/Jakarta"}
    days = [now.astimezone(ZoneInfo(zone)).date() for zone in zones]
    return Days(last=min(days), first=max(days))
