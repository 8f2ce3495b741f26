"""The scheme that a period pinned, read from its text once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlmodel import Session

from bot.rules.quarters import Quarter
from bot.rules.schemes import Milestones, Scheme, calendar
from storage import periods, scheme_files
from storage.periods import Period


def of_period(session: Session, period: Period) -> Scheme:
    """The scheme by which everything in this period is judged."""
    return by_number(session, period.scheme_id)


def by_number(session: Session, scheme_id: int) -> Scheme:
    version = periods.scheme(session, scheme_id)
    assert version is not None
    return read(version.body)


@lru_cache(maxsize=16)
def read(body: str) -> Scheme:
    return scheme_files.read_kept(body)


def quarter_of(period: Period) -> Quarter:
    return Quarter(period.year, period.quarter)


def proposals_until(session: Session, period: Period) -> date:
    """The last day on which colleagues are proposed; never after the reports' own."""
    last = calendar.proposals_until(quarter_of(period), of_period(session, period).calendar)
    return min(last, period.submit_until)


def milestones_of(period: Period) -> Milestones:
    """The calendar as the row has it, which may have been moved for this period alone."""
    return Milestones(
        opens=period.opens_on,
        submission_until=period.submit_until,
        rating_until=period.rate_until,
        calibration_until=period.calibrate_until,
        published=period.publish_on,
    )
