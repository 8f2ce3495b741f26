"""One yearly report as whoever signs or judges it reads it, and what waits for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes, tasks
from bot.actions.appraisals.ratees import tie_of
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.years import composing
from bot.actions.years.composing import Composed
from bot.actions.years.owned import demanded
from bot.rules.authority import Role
from bot.rules.schemes import Judge
from bot.texts import words
from bot.texts.years import judging as texts
from storage import employees, years
from storage.duties import DutyKind
from storage.employees import Employee
from storage.years import FORWARDED, SECTIONS, SIGNED, YearReport

WAITING = (DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE)
PAGE = 6


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the reports that wait for my signature or judgement: number, name, year."""

    items: Sequence[tuple[int, str, int]]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Review:
    """`composed` is the year as it was signed; `changed`: results moved since.

    `by_team`: the evaluation team judges after the superior, who is `superior_id` today.
    """

    report: YearReport
    name: str
    superior_id: int | None
    composed: Composed
    by_team: bool
    may_judge: bool
    may_forward: bool
    changed: bool

    def demand(self, *, may: bool) -> None:
        """Refuse what is not to be done now, and say why."""
        if not may:
            raise Refused(texts.changed() if self.changed else texts.others_turn(), "not_my_step")


@dataclass(frozen=True, slots=True)
class Passage:
    report: YearReport
    name: str
    section: str
    text: str


def waiting(session: Session, me: Me) -> list[int]:
    """The numbers of the reports for which I, or whose mandate I hold, owe the next step."""
    return [one.object_id for one in tasks.owed(session, me) if one.kind in WAITING]


def queue(session: Session, me: Me, page: int = 0) -> Queue:
    """What lies with me as a superior or as a member of the evaluation team."""
    rights.demand(session, me, "years.list", about=me.employee_id)
    numbers = waiting(session, me)
    shown, at, _ = leaf(numbers, page, PAGE)
    found = [one for number in shown if (one := years.get(session, number))]
    people = employees.many(session, [one.employee_id for one in found])
    rights.seen(session, me, "years.list", people)
    items = [(one.id or 0, people[one.employee_id].name, one.year) for one in found]
    return Queue(items, at, len(numbers))


def review(session: Session, me: Me, report_id: int) -> Review:
    """One report as whoever signs or judges it reads it."""
    return _review(session, me, demanded(session, me, "years.read", report_id))


def passage(session: Session, me: Me, report_id: int, name: str) -> Passage:
    """One section of a report in full."""
    report = demanded(session, me, "years.read", report_id)
    if name not in SECTIONS:
        raise Refused(words.not_available(), "unknown_section")
    person = employees.get(session, report.employee_id)
    return Passage(report, person.name if person else "", name, getattr(report, name))


def mine(session: Session, me: Me, report_id: int) -> Review:
    """The report, with the right to act on it in its state."""
    report = years.get(session, report_id)
    right = "years.judge" if report is not None and report.state == FORWARDED else "years.sign"
    return _review(session, me, demanded(session, me, right, report_id))


def _review(session: Session, me: Me, report: YearReport) -> Review:
    """What may be done is only for the buttons: every act asks for its right."""
    person = employees.get(session, report.employee_id)
    composed = composing.compose(session, report.employee_id, report.year)
    assert person is not None
    assert composed is not None
    by_team = _by_team(session, report)
    changed = composed.moved(report)
    acts = not changed and _is_mine(session, me, report, person)
    judges = acts and (report.state == FORWARDED or not by_team)
    forwards = acts and report.state == SIGNED and by_team
    signed = composed.as_signed(report)
    return Review(
        report, person.name, person.superior_id, signed, by_team, judges, forwards, changed
    )


def _is_mine(session: Session, me: Me, report: YearReport, person: Employee) -> bool:
    """Whether the next step is mine; who signed as superior does not judge for the team."""
    if report.state == SIGNED:
        return person.superior_id is not None and rights.acts_for(session, me, person.superior_id)
    if report.state != FORWARDED or not me.has(Role.EVALUATION_TEAM):
        return False
    superior = employees.get(session, person.superior_id or 0)
    above = superior.superior_id if superior else None
    tied = tie_of(session, me).conflicts(report.employee_id, person.superior_id, above)
    return not tied and me.employee_id not in (report.superior_by, report.superior_id)


def _by_team(session: Session, report: YearReport) -> bool:
    if report.scheme_id is None:
        return False
    return schemes.by_number(session, report.scheme_id).year.judge is Judge.TEAM
