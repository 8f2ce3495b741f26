"""The employee's side: the year in sections, each edited in the chat, and the signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing, owing
from bot.actions.years.composing import Composed
from bot.actions.years.reviewing import waiting
from bot.rules.authority import Role
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts import years as texts
from storage import audit, employees, outbox, years
from storage.outbox import Kind
from storage.years import DRAFT, SECTIONS, YearReport

SHORTEST, LONGEST = 10, 1_200
FIRST_HALF = 6


@dataclass(frozen=True, slots=True)
class Beside:
    """What I have to do with the year of others: `waiting` reports, and the sheet of all."""

    year: int
    waiting: int
    exports: bool


@dataclass(frozen=True, slots=True)
class Card:
    """My year. `others` are years beside it; `superior` signs after me."""

    composed: Composed
    report: YearReport
    superior: str
    may_sign: bool
    others: Sequence[int]
    beside: Beside


@dataclass(frozen=True, slots=True)
class Section:
    """`editable` as long as the report is a draft."""

    year: int
    name: str
    text: str
    editable: bool


def card(session: Session, me: Me, year: int = 0) -> Card | Beside:
    """My report of a year, the one that is due when none is named; none before any quarter."""
    rights.demand(session, me, "years.write", about=me.employee_id)
    chosen = year or _due_year(session, me)
    composed = composing.compose(session, me.employee_id, chosen)
    beside = Beside(chosen, len(waiting(session, me)), me.has(Role.HR))
    if composed is None:
        return beside
    report = years.of(session, chosen, me.employee_id)
    report = report or YearReport(year=chosen, employee_id=me.employee_id)
    superior = employees.get(session, me.superior_id) if me.superior_id else None
    signable = report.state == DRAFT and composed.result.total is not None
    owed = any(one == "unpublished" for one in composed.result.missing.values())
    return Card(
        composed,
        report,
        superior.name if superior else "",
        signable and not owed and superior is not None,
        [other for other in (chosen - 1, chosen + 1) if composing.begun(session, other)],
        beside,
    )


def section(session: Session, me: Me, year: int, name: str) -> Section:
    """One section of my report in full: to be written while it is a draft, then to be read."""
    report = _mine(session, me, year)
    if name not in SECTIONS:
        raise Refused(words.not_available(), "unknown_section")
    return Section(year, name, getattr(report, name), report.state == DRAFT)


def text(session: Session, me: Me, year: int, name: str, typed: str) -> Place:
    """Keep what I typed as that section of my draft."""
    if not section(session, me, year, name).editable:
        raise Refused(texts.no_draft(), "year_signed")
    said = "\n".join(line.strip() for line in typed.strip().splitlines())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    report = years.begun(session, year, me.employee_id)
    years.write(session, report.id or 0, name, said)
    return place("years.card", year)


def confirm(session: Session, me: Me, year: int) -> Card:
    """The last look before I sign."""
    if _mine(session, me, year).state != DRAFT:
        raise Refused(texts.no_draft(), "year_signed")
    found = card(session, me, year)
    if isinstance(found, Beside) or not found.may_sign:
        raise Refused(texts.not_yet(), "year_incomplete")
    if not found.report.summary:
        raise Refused(texts.summary_wanted(), "no_summary")
    return found


def sign(session: Session, me: Me, year: int, turn: int) -> Went:
    """Sign my report and hand it to my superior."""
    found = confirm(session, me, year)
    report, here = found.report, place("years.card", year)
    assert report.id is not None
    assert me.superior_id is not None
    result, mended = found.composed.result, bool(report.reason)
    values = {
        "state": years.SIGNED, "signed_at": me.now, "superior_id": me.superior_id, "reason": "",
        "scheme_id": found.composed.scheme_id, "parts": composing.write(result),
        "total": str(result.total),
    }  # fmt: skip
    if not years.step(session, report.id, DRAFT, turn, values):
        return Went(here, words.changed_since())
    owing.written(session, me, year)
    owing.to_review(session, me, report, me.superior_id)
    facts = {"year": year, "total": str(result.total), "superior": me.superior_id}
    audit.record(session, me.now, me.employee_id, "years.sign", f"yearreport/{report.id}", facts)
    if mended:
        _tell_mended(session, me, report.id, turn, me.superior_id)
    return Went(here, texts.signed_notice())


def _tell_mended(session: Session, me: Me, report_id: int, turn: int, superior_id: int) -> None:
    """A first signature comes with the morning's digest, which tells each stage only once."""
    outbox.put(
        session, f"years.mended/{report_id}/{turn}", Kind.DECISION, "years.mended", me.now,
        to=superior_id, facts={"report": report_id}, opens=place("years.review", report_id),
    )  # fmt: skip


def _mine(session: Session, me: Me, year: int) -> YearReport:
    """My report of a year in any state; a new one, not kept yet, where there is none."""
    rights.demand(session, me, "years.write", about=me.employee_id)
    report = years.of(session, year, me.employee_id)
    if not composing.begun(session, year):
        raise Refused(words.not_available(), "unknown_year")
    return report or YearReport(year=year, employee_id=me.employee_id)


def _due_year(session: Session, me: Me) -> int:
    """Until June the year before, if there is one; else this one."""
    before = me.today.year - 1
    if me.today.month <= FIRST_HALF and composing.begun(session, before):
        return before
    return me.today.year
