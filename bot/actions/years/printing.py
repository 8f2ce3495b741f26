"""What stands on a final yearly report, and whether a code belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing, parties
from bot.actions.years.composing import Deeds
from bot.actions.years.owned import demanded
from bot.actions.years.parties import Parties
from bot.rules.audit import BadCode, read_code
from bot.rules.years import YearResult
from bot.screens import Place, place
from bot.texts import words
from bot.texts.years import papers as texts
from storage import employees, years
from storage.years import REPLACED, YearReport


@dataclass(frozen=True, slots=True)
class Page:
    """`result` and `deeds` are the year as it was signed, `parties` who stood on it then.

    `changed`: a quarter moved since and no later edition is final; `replaced_by` is the number of
    that edition, 0 without one; `replaces` that of the edition before, 0 for a first one.
    """

    report: YearReport
    result: YearResult
    deeds: Deeds
    parties: Parties
    changed: bool
    replaced_by: int
    replaces: int


@dataclass(frozen=True, slots=True)
class Checked:
    """The report that a code belongs to, and whose it is; None: it belongs to none."""

    code: str
    report: YearReport | None
    name: str
    judged_at: datetime | None = None
    replaced_by: int = 0


def page(session: Session, me: Me, report_id: int) -> Page:
    """Everything that is printed of a final report."""
    report = demanded(session, me, "years.print", report_id)
    composed = composing.compose(session, report.employee_id, report.year)
    if composed is None:
        raise Refused(words.not_available(), "unknown_year_report")
    signed, after = composed.as_signed(report), _replaced_by(session, report)
    changed = composed.moved(report) and not after
    before = years.edition(session, report, report.edition - 1)
    replaces = before.number if before else None
    return Page(
        report, signed.result, signed.deeds, _parties(session, report), changed, after,
        replaces or 0,
    )  # fmt: skip


def _parties(session: Session, report: YearReport) -> Parties:
    if report.parties is not None:
        return parties.read(report.parties)
    superior, judge = report.superior_id or 0, report.judged_by or 0
    signer = report.superior_by or superior
    return parties.gather(session, report.employee_id, superior, signer, judge)


def _replaced_by(session: Session, report: YearReport) -> int:
    """The number of the edition in force, where it is not this one."""
    if report.state != REPLACED:
        return 0
    newest = years.in_force(session, report.year, report.employee_id)
    return (newest.number or 0) if newest else 0


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
    after = _replaced_by(session, report) if report else 0
    return Checked(code, report, person.name if person else "", judged, after)


def look_up(session: Session, me: Me, typed: str) -> Place:
    """What was typed, as a place that says what it belongs to."""
    rights.demand(session, me, "years.check", about=me.employee_id)
    try:
        _, code = read_code(typed)
    except BadCode:
        raise Refused(texts.bad_code(), "bad_code") from None
    return place("years.check", code)
