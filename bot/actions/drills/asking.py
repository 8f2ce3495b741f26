"""The quiz: one case a screen, the first answer counts, and why after each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.reading import own, period_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.drills import Distance, DrillCase, chosen
from bot.rules.schemes import LEVELS, Indicator
from bot.screens import Place, place
from bot.texts import words
from storage import audit, drills, duties
from storage.drills import DrillAnswer
from storage.duties import FORMS
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Home:
    """How far my drill of a quarter is. `next` is the first case without an answer, 0: none.

    `forms` are the kinds of real forms that wait for me; `watches`: HR sees who is trained.
    """

    period_id: int
    year: int
    quarter: int
    cases: int
    next: int
    required: bool
    distance: Distance
    forms: frozenset[str]
    watches: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One case; `level` is what I gave, None before I answered."""

    period_id: int
    step: int
    steps: int
    case: DrillCase
    indicator: Indicator
    level: int | None


def home(session: Session, me: Me, period_id: int = 0) -> Home:
    """My drill of this quarter, or of the one that is rated now."""
    rights.demand(session, me, "drills.do", about=me.employee_id)
    period = period_of(session, period_id)
    assert period.id is not None
    mine, given = _cases(session, me, period), _given(session, me, period)
    open_steps = (at for at, one in enumerate(mine, 1) if one.key not in given)
    return Home(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        cases=len(mine),
        next=next(open_steps, 0),
        required=schemes.of_period(session, period).drill.required,
        distance=own(session, me, period.id),
        forms=frozenset(duties.kinds_of(session, period.id, me.employee_id, FORMS)),
        watches=me.has(Role.HR),
    )


def case(session: Session, me: Me, period_id: int, step: int) -> Case:
    """One of my cases; with the gold level and its reason once I answered."""
    rights.demand(session, me, "drills.do", about=me.employee_id)
    period = period_of(session, period_id)
    mine = _cases(session, me, period)
    asked = _at(mine, step)
    level = _given(session, me, period).get(asked.key)
    indicator = schemes.of_period(session, period).indicator(asked.indicator)
    return Case(period_id, step, len(mine), asked, indicator, level)


def answer(session: Session, me: Me, period_id: int, step: int, level: int) -> Place:
    """Keep the first answer to a case; a second press changes nothing."""
    rights.demand(session, me, "drills.do", about=me.employee_id)
    period = period_of(session, period_id)
    asked = _at(_cases(session, me, period), step)
    if level not in LEVELS:
        raise Refused(words.not_available(), "no_such_level")
    row = DrillAnswer(
        period_id=period_id, employee_id=me.employee_id, case=asked.key, level=level,
        gold=asked.gold, at=me.now,
    )  # fmt: skip
    if drills.add(session, row):
        facts = {"of": f"{period_id}/{asked.key}", "level": level, "gold": asked.gold}
        audit.record(
            session, me.now, me.employee_id, "drills.answer", f"drill/{me.employee_id}", facts
        )
    return place("drills.case", period_id, step)


def _cases(session: Session, me: Me, period: Period) -> tuple[DrillCase, ...]:
    scheme = schemes.of_period(session, period)
    return chosen(scheme.drill_cases, scheme.drill.asked, period.id or 0, me.employee_id)


def _given(session: Session, me: Me, period: Period) -> dict[str, int]:
    found = drills.of_rater(session, period.id or 0, me.employee_id)
    return {one.case: one.level for one in found}


def _at(cases: tuple[DrillCase, ...], step: int) -> DrillCase:
    if not 1 <= step <= len(cases):
        raise Refused(words.not_available(), "no_such_step")
    return cases[step - 1]
