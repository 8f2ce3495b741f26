"""A quarter that changes after its year was final asks for another edition of the report."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.years import composing, owing
from bot.screens import place
from storage import audit, employees, outbox, units, years
from storage.employees import Employee
from storage.outbox import Kind
from storage.periods import Period
from storage.years import FINAL, YearReport


def renew(session: Session, now: datetime, by: int, period: Period, employee_id: int) -> None:
    """Lay a draft with the words of the final report before its person, to be signed anew.

    The final one stays in force until the new one is judged. Nothing is done where the year comes
    to the same, and for somebody who has left. One that is signed and not final yet is given back
    by whoever would sign next.
    """
    report = years.of(session, period.year, employee_id)
    person = employees.get(session, employee_id)
    if report is None or report.state != FINAL or person is None or person.left_on is not None:
        return
    composed = composing.compose(session, employee_id, period.year)
    if composed is None or not composed.moved(report):
        return
    draft = years.renew(session, report)
    owing.to_write_again(session, _today(session, person, now), draft)
    facts = {"year": report.year, "edition": draft.edition, "quarter": period.quarter}
    audit.record(session, now, by, "years.renew", f"yearreport/{draft.id}", facts)
    _tell(session, now, draft)


def _tell(session: Session, now: datetime, draft: YearReport) -> None:
    outbox.put(
        session, f"years.renewed/{draft.id}", Kind.DECISION, "years.renewed", now,
        to=draft.employee_id, facts={"report": draft.id}, opens=place("years.card", draft.year),
    )  # fmt: skip


def _today(session: Session, person: Employee, now: datetime) -> date:
    unit = units.get(session, person.unit_id)
    return now.astimezone(ZoneInfo(unit.zone)).date() if unit else now.date()
