"""What is suspected of answers: HR reads the reason and decides whether they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.surveys.collecting import LONGEST_REASON, SHORTEST_REASON
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import judging as texts
from storage import agreement, audit, surveys
from storage.columns import vault_of
from storage.surveys import CaseState, Reason

PAGE = 4


@dataclass(frozen=True, slots=True)
class Cases:
    """A page of open cases: number, reason, day, counter, service, how many answers."""

    items: Sequence[tuple[int, Reason, date, str, str, int]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Case:
    """`marks`: how often each of 1 to 4 was given in these answers, over all elements."""

    case_id: int
    reason: Reason
    happened_on: date
    counter: str
    service: str
    unit: str
    answers: int
    ticketed: int
    marks: Sequence[int]
    state: str
    why: str


def cases(session: Session, me: Me, page: int = 0) -> Cases:
    """Open cases of the units that my role reaches, oldest first."""
    demand(session, me, "surveys.judge")
    mine = my_reach(session, me)
    total = surveys.cases.count_waiting(session, mine)
    at = nearest(page, total, PAGE)
    rows = surveys.cases.waiting(session, mine, at * PAGE, PAGE)
    items = [
        (row.id or 0, Reason(row.reason), row.happened_on, counter, service, many)
        for row, counter, service, many in rows
    ]
    return Cases(items, at, pages_of(total, PAGE))


def case(session: Session, me: Me, number: int) -> Case:
    demand(session, me, "surveys.judge")
    row = surveys.cases.get(session, number)
    desk = surveys.places.desk(session, row.counter_id) if row else None
    mine = my_reach(session, me)
    if row is None or desk is None or (mine is not None and desk.service.unit_id not in mine):
        raise Refused(words.not_available(), "foreign_case")
    many, ticketed, marks = surveys.cases.figures(session, number)
    return Case(
        number, Reason(row.reason), row.happened_on, desk.counter.name, desk.service.name,
        desk.unit.name, many, ticketed, marks, row.state, row.why,
    )  # fmt: skip


def ask_why(session: Session, me: Me, number: int, counts: int) -> tuple[Case, int]:
    """Asks for the reason of the decision. Raises Refused when somebody has decided."""
    at = case(session, me, number)
    if at.state != CaseState.OPEN:
        raise Refused(texts.decided_already(), "decided")
    return at, counts


def decide(session: Session, me: Me, number: int, counts: int, typed: str) -> Went | Place:
    """These answers count from now on, or do not; with the reason, for ever in the trail."""
    ask_why(session, me, number, counts)
    why = " ".join(typed.split())
    if len(why) < SHORTEST_REASON:
        raise Refused(texts.too_short(SHORTEST_REASON), "too_short")
    if len(why) > LONGEST_REASON:
        raise Refused(words.too_long(LONGEST_REASON, len(why)), "too_long")
    state = CaseState.COUNTS if counts else CaseState.OUT
    values = {"decided_by": me.employee_id, "decided_at": me.now, "why": why}
    if not surveys.cases.decide(session, number, state=state.value, **values):
        raise Refused(texts.decided_already(), "decided")
    surveys.cases.settle(session, surveys.cases.answers_of(session, number))
    facts = {"state": state.value, "said": agreement.mark(vault_of(session), why)}
    audit.record(session, me.now, me.employee_id, "surveys.judge", f"surveycase/{number}", facts)
    return Went(place("surveys.cases", 0), texts.decided(counts=bool(counts)))
