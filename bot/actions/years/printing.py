"""What stands on a final yearly report, and whether a code belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing
from bot.actions.years.composing import Composed
from bot.actions.years.owned import demanded
from bot.rules.audit import BadCode, read_code
from bot.rules.years import YearResult
from bot.screens import Place, place
from bot.texts import words
from bot.texts.years import papers as texts
from storage import employees, units, years
from storage.employees import Employee
from storage.years import YearReport


@dataclass(frozen=True, slots=True)
class Page:
    """`result` is the year as it was signed, `signer` the superior or who held the mandate.

    Units are names; `zone` is that of the employee's.
    """

    report: YearReport
    result: YearResult
    composed: Composed
    person: Employee
    superior: Employee
    signer: Employee
    judge: Employee
    unit: str
    superior_unit: str
    office: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Checked:
    """The report that a code belongs to, and whose it is; None: it belongs to none."""

    code: str
    report: YearReport | None
    name: str
    judged_at: datetime | None = None


def page(session: Session, me: Me, report_id: int) -> Page:
    """Everything that is printed of a final report."""
    report = demanded(session, me, "years.print", report_id)
    person = employees.get(session, report.employee_id)
    superior = employees.get(session, report.superior_id or 0)
    signer = employees.get(session, report.superior_by or 0) or superior
    judge = employees.get(session, report.judged_by or 0)
    composed = composing.compose(session, report.employee_id, report.year)
    if person is None or superior is None or signer is None or judge is None or composed is None:
        raise Refused(words.not_available(), "unknown_year_report")
    names = units.names(session, [person.unit_id, superior.unit_id])
    every = units.everything(session)
    office = next((one.name for one in every if one.parent_id is None), "")
    return Page(
        report, composing.read(report.parts), composed, person, superior, signer, judge,
        names[person.unit_id], names[superior.unit_id], office,
        ZoneInfo(next(one.zone for one in every if one.id == person.unit_id)),
    )  # fmt: skip


def check(session: Session, me: Me, typed: str = "") -> Checked:
    """Whether a code stands on a final report; whoever holds the paper may ask."""
    rights.demand(session, me, "years.check", about=me.employee_id)
    if not typed:
        return Checked("", None, "")
    try:
        _, code = read_code(typed)
    except BadCode:
        raise Refused(texts.bad_code(), "bad_code") from None
    report = years.by_code(session, code)
    person = employees.get(session, report.employee_id) if report else None
    judged = report.judged_at.astimezone(me.zone) if report and report.judged_at else None
    return Checked(code, report, person.name if person else "", judged)


def look_up(session: Session, me: Me, typed: str) -> Place:
    """What was typed, as a place that says what it belongs to."""
    rights.demand(session, me, "years.check", about=me.employee_id)
    try:
        _, code = read_code(typed)
    except BadCode:
        raise Refused(texts.bad_code(), "bad_code") from None
    return place("years.check", code)
