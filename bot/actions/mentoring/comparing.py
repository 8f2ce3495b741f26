"""What became of the mentored beside their like, and how useful both found it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.mentoring import SHOWN_FROM, Comparison, Course, compare
from bot.rules.numbers import half_up
from bot.rules.publication import RELEASED
from bot.rules.quarters import Quarter
from bot.texts import mentoring as texts
from storage import mentoring, periods, results

Begun = tuple[int, date]
"""A mentee, and since when."""


@dataclass(frozen=True, slots=True)
class Effect:
    """`found` None for too few; means of usefulness None below five answers."""

    found: Comparison | None
    begun: int
    mentees: Decimal | None
    mentors: Decimal | None


def effect(session: Session, me: Me) -> Effect:
    """Of the whole agency, for whoever answers for all of it."""
    rights.demand(session, me, "mentoring.effect")
    where = me.roles.get(Role.HR, frozenset()) | me.roles.get(Role.HEAD, frozenset())
    if None not in where:
        raise Refused(texts.agency_only(), "agency_only")
    begun = mentoring.begun(session)
    groups = [_group(session, quarter, begun) for quarter in sorted(_quarters(begun))]
    means = [mentoring.worths(session, mentors=side) for side in (False, True)]
    told = [half_up(Decimal(total) / count, 1) if count >= SHOWN_FROM else None
            for count, total in means]  # fmt: skip
    return Effect(compare(groups), len(begun), told[0], told[1])


def _quarters(begun: Sequence[Begun]) -> set[Quarter]:
    return {Quarter.of(since) for _, since in begun}


def _group(
    session: Session, began: Quarter, begun: Sequence[Begun]
) -> tuple[list[Course], list[Course]]:
    """Courses from the quarter before a mentoring began to the one after."""
    before, after = (_totals(session, one) for one in (began.previous, began.next))
    own = {mentee for mentee, since in begun if since in began}
    ever = {mentee for mentee, since in begun if since <= began.next.last_day}
    courses = {who: Course(before[who], after[who]) for who in before.keys() & after.keys()}
    mentored = [courses[who] for who in sorted(own & courses.keys())]
    return mentored, [courses[who] for who in sorted(courses.keys() - ever)]


def _totals(session: Session, quarter: Quarter) -> dict[int, Decimal]:
    """Told results of that quarter by person."""
    period = periods.of_quarter(session, quarter.year, quarter.number)
    if period is None or period.state not in RELEASED:
        return {}
    return {one.employee_id: Decimal(one.total) for one in results.totals(session, period.id or 0)}
