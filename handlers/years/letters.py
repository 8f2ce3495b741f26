"""Letters of the yearly report: rendered when they are sent, dropped when no longer owed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.screens import Button, Place, Screen, place
from bot.texts.years import judging
from bot.texts.years import letters as texts
from handlers.table import Recipient, Write
from storage import employees, years
from storage.years import DRAFT, FINAL, SIGNED, YearReport


def _own(report: YearReport) -> Place:
    return place("years.card", report.year)


def _others(report: YearReport) -> Place:
    return place("years.review", report.id or 0)


def _letter(tell: Callable[[int], str], state: str, leads: Callable[[YearReport], Place]) -> Write:
    """Owed as long as the report is in that state."""

    def write(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        report = years.get(session, facts["report"])
        if report is None or report.state != state:
            return None
        return Screen(tell(report.year), [[Button(texts.SEE, opens=leads(report))]])

    return write


def _renewed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    report = years.get(session, facts["report"])
    if report is None or report.state != DRAFT:
        return None
    told = texts.renewed(report.year, facts.get("quarter", 0))
    return Screen(told, [[Button(texts.SEE, opens=_own(report))]])


def _reopened(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    report = years.get(session, facts["report"])
    if report is None or report.state != DRAFT:
        return None
    told = texts.reopened(report.year, facts["quarter"])
    return Screen(told, [[Button(texts.SEE, opens=_own(report))]])


def _called_back(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    report = years.get(session, facts["report"])
    person = employees.get(session, report.employee_id) if report else None
    if report is None or person is None or report.state != DRAFT:
        return None
    told = texts.called_back(report.year, facts["quarter"], person.name)
    return Screen(told, [[Button(judging.QUEUE, opens=Place("years.queue"))]])


LETTERS: Mapping[str, Write] = {
    "years.final": _letter(texts.final, FINAL, _own),
    "years.returned": _letter(texts.returned, DRAFT, _own),
    "years.renewed": _renewed,
    "years.reopened": _reopened,
    "years.called_back": _called_back,
    "years.mended": _letter(texts.mended, SIGNED, _others),
}
