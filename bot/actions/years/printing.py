"""What stands on a final yearly report."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing, parties
from bot.actions.years.composing import Deeds
from bot.actions.years.owned import demanded
from bot.actions.years.parties import Parties
from bot.rules.years import YearResult
from bot.texts import words
from storage import years
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
