"""Reading a yearly report with the right that its state asks for."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.texts import words
from storage import years
from storage.years import YearReport


def demanded(session: Session, me: Me, right: str, report_id: int) -> YearReport:
    """The report, if `right` to its person holds in its state. Raises Refused."""
    report = years.get(session, report_id)
    if report is None:
        raise Refused(words.not_available(), "unknown_year_report")
    rights.demand(session, me, right, about=report.employee_id, state=report.state)
    return report
