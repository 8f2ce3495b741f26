"""Mirror of my own ratings, and all raters side by side for the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.drills.reading import own
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.panel.scope import calibrated_period
from bot.actions.panel.weighing import FIGURES, forms_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.drills import Distance
from bot.rules.mirror import Figure, Mirror, drift, mirror
from bot.rules.periods import PeriodState
from bot.rules.schemes import Source
from bot.texts import panel as texts
from storage import employees, merits, periods
from storage import severities as stored
from storage.appraisals import ways
from storage.periods import Period
from storage.severities import AgencyFigure

PAGE = 6


@dataclass(frozen=True, slots=True)
class Looking:
    """My figures of a quarter; `agency` holds the middle of all superiors by the same names.

    `moved`: my mean since the quarter before. `sources` are the groups in which I rated; `member`:
    the team's desk is mine. `drill`: how far from gold I was in the quarter's drill.
    `across`: I went by criterion, not by person; None before I chose.
    """

    period_id: int
    year: int
    quarter: int
    source: str
    sources: Sequence[str]
    mine: Mirror
    moved: Figure | None
    agency: Mapping[str, Decimal]
    member: bool
    drill: Distance
    across: bool | None = None


@dataclass(frozen=True, slots=True)
class Rater:
    """How much more a rater gives than others would, with its interval; None: unknown."""

    name: str
    estimate: Decimal
    low: Decimal | None
    high: Decimal | None
    ratings: int
    shared: int


@dataclass(frozen=True, slots=True)
class Raters:
    """A page of the raters, the clearest first; `at` None before anything was estimated."""

    period_id: int
    year: int
    quarter: int
    at: datetime | None
    enough: bool
    contrasts: int
    people: Sequence[Rater]
    page: int
    total: int


def look(session: Session, me: Me, period_id: int = 0, source: str = "") -> Looking:
    """The mirror of my own ratings: mine alone, whoever asks."""
    rights.demand(session, me, "panel.mirror", about=me.employee_id)
    period = _rated_period(session, period_id)
    assert period.id is not None
    found = {one: _levels(session, period, one, me) for one in (Source.SUPERIOR, Source.TEAM)}
    sources = [one.value for one, levels in found.items() if levels]
    if not sources:
        raise Refused(texts.no_mirror(), "nothing_rated")
    shown = Source(source) if source in sources else Source(sources[0])
    mine = _mirror(session, period, found[shown], me)
    before = _before(session, period)
    earlier = _mirror(session, before, _levels(session, before, shown, me), me) if before else None
    figures = stored.figures(session, period.id)
    return Looking(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        source=shown.value,
        sources=sources,
        mine=mine,
        moved=drift(mine.mean, earlier.mean) if earlier and earlier.mean.rests_on else None,
        agency=_known(figures) if shown is Source.SUPERIOR else {},
        member=me.has(Role.EVALUATION_TEAM),
        drill=own(session, me, period.id),
        across=ways.by_criterion(session, period.id, me.employee_id, shown),
    )


def raters(session: Session, me: Me, period_id: int, page: int = 0) -> Raters:
    """Everybody who rated, by how sure it is that they give more or less than others would."""
    rights.demand(session, me, "panel.list")
    period = calibrated_period(session, period_id)
    whole, rows = stored.of_period(session, period_id), stored.raters(session, period_id)
    ordered = sorted(rows, key=lambda one: (-_clearness(one), one.rater_id))
    shown, at, _ = leaf(ordered, page, PAGE)
    people = employees.many(session, [one.rater_id for one in shown])
    return Raters(
        period_id=period_id,
        year=period.year,
        quarter=period.quarter,
        at=whole.weighed_at.astimezone(me.zone) if whole else None,
        enough=bool(whole and whole.enough),
        contrasts=whole.contrasts if whole else 0,
        people=[
            Rater(
                people[one.rater_id].name, Decimal(one.estimate), _number(one.low),
                _number(one.high), one.ratings, one.shared,
            )
            for one in shown
        ],
        page=at,
        total=len(rows),
    )  # fmt: skip


def _clearness(one: stored.RaterSeverity) -> Decimal:
    """How far the interval stays from none; below 0 when it holds it."""
    if one.low is None or one.high is None:
        return Decimal(-1000)
    return max(Decimal(one.low), -Decimal(one.high))


def _number(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _known(figures: Mapping[str, AgencyFigure]) -> dict[str, Decimal]:
    return {
        name: Decimal(figures[name].value or "0")
        for name in FIGURES
        if name in figures and figures[name].value is not None
    }


def _levels(
    session: Session, period: Period, source: Source, me: Me
) -> Sequence[tuple[int, int, str, int]]:
    return stored.levels(session, period.id or 0, source, me.employee_id)


def _mirror(
    session: Session, period: Period, levels: Sequence[tuple[int, int, str, int]], me: Me
) -> Mirror:
    quarter = schemes.quarter_of(period)
    people = {person for _, person, _, _ in levels}
    days = (quarter.first_day, quarter.last_day)
    claimed = merits.claimed_between(session, people, *days)
    return mirror(forms_of(levels, claimed).get(me.employee_id, ()), quarter)


def _rated_period(session: Session, period_id: int) -> Period:
    recent = periods.recent(session, 3)
    begun = [one for one in recent if one.state not in (PeriodState.OPEN, PeriodState.PLANNED)]
    found = periods.get(session, period_id) if period_id else next(iter(begun), None)
    if found is None or found.state == PeriodState.PLANNED:
        raise Refused(texts.no_mirror(), "no_period")
    return found


def _before(session: Session, period: Period) -> Period | None:
    quarter = schemes.quarter_of(period).previous
    return periods.of_quarter(session, quarter.year, quarter.number)
