"""What stands between me and my result of a quarter, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import visibility
from bot.actions.me import Me
from bot.rules.schemes import Source
from storage import appraisals, employees, publication, reports, results
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Pending:
    """`published`: on that day the quarter came out without me, and mine comes late."""

    period_id: int
    year: int
    quarter: int
    reported: bool
    submit_until: date
    rate_until: date
    superior: tuple[str, int] | None
    state: str
    rated: int
    owed: int
    publish_on: date
    published: date | None
    earlier: tuple[int, int, int] | None
    employee_id: int


def pending(session: Session, me: Me, period: Period, earlier: Period | None) -> Pending:
    """Who is waited for in a quarter; `earlier` is the newest one of which I have a result."""
    assert period.id is not None
    report = reports.of(session, period.id, me.employee_id)
    states = appraisals.states_of(session, period.id, Source.SUPERIOR, [me.employee_id])
    superior = employees.get(session, me.superior_id) if me.superior_id else None
    owed = visibility.owed_in(session, period.id, me.unit_id)
    rated = results.of_people(session, period.id, owed)
    release = publication.of_period(session, period.id)
    earlier_key = (earlier.id or 0, earlier.year, earlier.quarter) if earlier else None
    return Pending(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        reported=report is not None and report.sent_at is not None,
        submit_until=period.submit_until,
        rate_until=period.rate_until,
        superior=(superior.name, superior.sex) if superior else None,
        state=states.get(me.employee_id, ""),
        rated=len(rated),
        owed=len(owed),
        publish_on=period.publish_on,
        published=release.signed_at.astimezone(me.zone).date() if release else None,
        earlier=earlier_key,
        employee_id=me.employee_id,
    )
