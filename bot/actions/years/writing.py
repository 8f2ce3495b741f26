"""The employee's side: the year in sections, each edited in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing
from bot.actions.years.composing import Composed
from bot.actions.years.reviewing import waiting
from bot.rules.authority import Role
from bot.screens import Place, place
from bot.texts import words
from bot.texts import years as texts
from storage import employees, years
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
    """My year, once signed as it was; `superior` signs after me, `others` are years beside it.

    `changed`: a quarter moved since I last signed; `former` is the final report that an edition
    still to be signed will replace.
    """

    composed: Composed
    report: YearReport
    changed: bool
    former: YearReport | None
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
        composed.as_signed(report),
        report,
        bool(report.parts) and composed.moved(report),
        years.in_force(session, chosen, me.employee_id) if report.edition > 1 else None,
        superior.name if superior else "",
        signable and not owed and superior is not None,
        [other for other in (chosen - 1, chosen + 1) if composing.begun(session, other)],
        beside,
    )


def section(session: Session, me: Me, year: int, name: str) -> Section:
    """One section of my report in full: to be written while it is a draft, then to be read."""
    report = mine(session, me, year)
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


def mine(session: Session, me: Me, year: int) -> YearReport:
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
