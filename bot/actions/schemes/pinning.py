"""Periods that have not begun follow the scheme in force; everybody is told of a new one."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.schemes.pinned import quarter_of, read
from bot.rules.periods import Days, PeriodState
from bot.rules.schemes import period_of
from bot.screens import place
from storage import audit, outbox, periods, scheme_changes
from storage.outbox import Kind, Owed


def pin(session: Session, today: Days, now: datetime) -> None:
    """Let every planned period have the scheme in force on its first day, with its calendar.

    One that has begun is never touched.
    """
    for period in periods.everything(session):
        if period.state != PeriodState.PLANNED or period.opens_on <= today.first:
            continue
        quarter = quarter_of(period)
        version = periods.scheme_in_force(session, quarter.first_day)
        if version is None or version.id in (None, period.scheme_id):
            continue
        assert period.id is not None
        scheme = read(version.body)
        days = period_of(quarter, scheme.calendar)
        if days.opens <= today.first:
            continue
        values = {
            "scheme_id": version.id,
            "formula": scheme.formula,
            "opens_on": days.opens,
            "submit_until": days.submission_until,
            "rate_until": days.rating_until,
            "calibrate_until": days.calibration_until,
            "publish_on": days.published,
            "objection_days": scheme.objection.days,
        }
        if periods.pin(session, period.id, values):
            facts = {"scheme": version.version, "formula": scheme.formula}
            audit.record(session, now, None, "periods.pin", f"period/{quarter}", facts)


def tell(session: Session, now: datetime, room: int) -> int:
    """Write to at most `room` people that a new scheme was approved; how many were told."""
    told = 0
    for change in scheme_changes.untold(session):
        assert change.id is not None
        after = scheme_changes.people_after(session, change.told_upto, max(room - told, 0))
        outbox.put_many(
            session,
            Kind.DECISION,
            "schemes.news",
            now,
            [
                Owed(
                    f"schemes.news/{change.id}/{one}",
                    one,
                    {"change": change.id},
                    place("schemes.home", change.scheme_id or 0),
                )
                for one in after
            ],
        )
        told += len(after)
        over = told < room
        upto = after[-1] if after else change.told_upto
        scheme_changes.told(session, change.id, upto, now if over else None)
        if not over:
            break
    return told
