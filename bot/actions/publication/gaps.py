"""Who has no result yet though one is owed, and at whom it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.publication.reaching import READERS, demand_all
from bot.actions.refusals import Refused
from bot.rules.schemes import Source
from bot.texts import words
from storage import (
    absences,
    appraisals,
    duties,
    employees,
    periods,
)
from storage.duties import DutyKind

PAGE = 8


@dataclass(frozen=True, slots=True)
class Gap:
    """One person without a result: at which superior it lies, and how far it is."""

    name: str
    superior: str
    begun: bool
    away: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    period_id: int
    year: int
    quarter: int
    page: int
    total: int
    items: Sequence[Gap]


def missing(session: Session, me: Me, period_id: int, page: int = 0) -> Gaps:
    """Who has no result though one is owed, and at whom it lies; most at one superior together."""
    rights.demand(session, me, "publication.read")
    demand_all(session, me, *READERS)
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    total = duties.count_open(session, period_id, DutyKind.APPRAISE)
    at = nearest(page, total, PAGE)
    shown = duties.open_pairs(session, period_id, DutyKind.APPRAISE, PAGE, at * PAGE)
    people = employees.many(session, [number for pair in shown for number in pair])
    begun = appraisals.states_of(
        session, period_id, Source.SUPERIOR, [about for _, about in shown]
    )
    away = absences.away_on(session, me.today)
    items = [
        Gap(people[about].name, people[owner].name, about in begun, owner in away)
        for owner, about in shown
    ]
    return Gaps(period_id, period.year, period.quarter, at, total, items)
