"""One person's result before the team: raw and adjusted, the views, returns, adjustments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import scores
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.panel.rounds import current
from bot.actions.panel.scope import Subject, subject, voters
from bot.actions.panel.sides import Sides, sides_of
from bot.actions.refusals import Refused
from bot.rules.panel import Tally, View
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.texts import words
from storage import adjustments, editions, outdated, returns, sittings, units

PAGE = 3


@dataclass(frozen=True, slots=True)
class Views:
    """The newest sitting: how many of how many have said something, and what I have.

    `tally` only once it is closed; until then nobody is told what others think. `earlier` is the
    first round, whose reasons are read before the second. `outdated`: the views before this round
    were about other numbers; mine of them is `mine_before`.
    """

    sitting_id: int
    second: bool
    open: bool
    given: int
    voters: int
    due: date
    mine: View | None
    tally: Tally | None
    earlier: int = 0
    outdated: bool = False
    mine_before: View | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person's. `raw` is the result before it was adjusted, if it was."""

    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    unit: str
    score: Score
    raw: tuple[Decimal, Predikat] | None
    sides: Sides
    views: Views | None
    returned: int
    adjustment_id: int
    adjustment: str
    working: bool
    may_say: bool
    may_return: bool
    may_adjust: bool


@dataclass(frozen=True, slots=True)
class Reasons:
    """A page of what was said in a closed sitting, without names; in an order of its own."""

    period_id: int
    employee_id: int
    sitting_id: int
    name: str
    tally: Tally
    said: Sequence[tuple[View, str]]
    page: int
    total: int


def person(session: Session, me: Me, period_id: int, employee_id: int) -> Dossier:
    """Somebody whose result I calibrate."""
    found = subject(session, me, period_id, employee_id)
    views = _views(session, me, found)
    working = found.period.state == PeriodState.CALIBRATION
    living = adjustments.living(session, period_id, employee_id)
    waits = living is not None and living.state == adjustments.WAITING
    fresh = found.result.edition == 1 and not waits
    verdict = views.tally.verdict if views and views.tally else None
    return Dossier(
        period_id=period_id,
        employee_id=employee_id,
        year=found.period.year,
        quarter=found.period.quarter,
        name=found.person.name,
        unit=units.names(session, [found.person.unit_id]).get(found.person.unit_id, ""),
        score=scores.read_parts(found.result),
        raw=_raw(session, found),
        sides=sides_of(session, found.period, employee_id),
        views=views,
        returned=len(returns.of_person(session, period_id, employee_id)),
        adjustment_id=living.id or 0 if living else 0,
        adjustment=living.state if living else "",
        working=working,
        may_say=working and fresh and (views is None or views.open),
        may_return=working and fresh,
        may_adjust=working and fresh and verdict in (View.HIGH, View.LOW),
    )


def reasons(session: Session, me: Me, sitting_id: int, page: int = 0) -> Reasons:
    """What was said in a closed sitting. Refused while it is open: nobody looks before its end."""
    sitting = sittings.get(session, sitting_id)
    about = sitting.employee_id if sitting else 0
    found = subject(session, me, sitting.period_id if sitting else 0, about)
    if sitting is None or sitting.state != sittings.CLOSED:
        raise Refused(words.not_available(), "open_sitting")
    said = sorted(
        (View(one.view), one.reason or "") for one in sittings.views(session, sitting_id)
    )
    some = leaf(said, page, PAGE)
    return Reasons(
        period_id=sitting.period_id,
        employee_id=about,
        sitting_id=sitting_id,
        name=found.person.name,
        tally=Tally(sitting.keep, sitting.high, sitting.low),
        said=some.items,
        page=some.page,
        total=len(said),
    )


def _views(session: Session, me: Me, found: Subject) -> Views | None:
    sitting = current(session, found.result)
    if sitting is None or sitting.id is None:
        return None
    those = voters(session, found.person, me.today)
    given = {one.member_id: View(one.view) for one in sittings.views(session, sitting.id)}
    closed = sitting.state == sittings.CLOSED
    before = None if sitting.second else outdated.before(session, sitting)
    said = sittings.views(session, before.id or 0) if before else ()
    mine_before = next((View(one.view) for one in said if one.member_id == me.employee_id), None)
    return Views(
        sitting_id=sitting.id,
        second=sitting.second,
        open=not closed,
        given=len(given.keys() & those),
        voters=len(those),
        due=sitting.due_on,
        mine=given.get(me.employee_id),
        tally=Tally(sitting.keep, sitting.high, sitting.low) if closed else None,
        earlier=sittings.first_of(session, sitting) if sitting.second else 0,
        outdated=before is not None,
        mine_before=mine_before,
    )


def _raw(session: Session, found: Subject) -> tuple[Decimal, Predikat] | None:
    if found.result.edition == 1:
        return None
    first = editions.of_result(session, found.result.id or 0)[0]
    return Decimal(first.total), Predikat(first.predikat)
