"""Severities of all raters and the agency's figures, estimated beside the work, not in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from statistics import median

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.panel.sides import of_given, shared, value
from bot.rules.mirror import Deed, Form, mirror
from bot.rules.numbers import half_up
from bot.rules.panel import Standing, apart
from bot.rules.periods import PeriodState
from bot.rules.quarters import Quarter
from bot.rules.schemes import Source, Thresholds
from bot.rules.severity import Rating, Severities, severities
from storage import merits, outliers, periods
from storage import severities as stored
from storage.merits import Claimed
from storage.severities import AgencyFigure, Given, RaterSeverity, Weighing

FIGURES = ("mean", "spread", "halo", "recency", "late")
Write = Callable[[Session], None]
Levels = Sequence[tuple[int, int, str, int]]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that an estimate rests on, read in one moment."""

    period_id: int
    quarter: Quarter
    forms: int
    newest: datetime
    now: datetime
    given: Sequence[Given]
    levels: Levels
    claimed: Sequence[Claimed]
    limits: Thresholds


def weigh(session: Session, now: datetime) -> Callable[[], Write] | None:
    """What is to be computed outside of any transaction, when more was sent since the last time.

    It returns what then has to be written.
    """
    for period in periods.running(session):
        assert period.id is not None
        if period.state not in (PeriodState.RATING, PeriodState.CALIBRATION):
            continue
        forms, newest = stored.sent_so_far(session, period.id)
        before = stored.of_period(session, period.id)
        if newest is None or (before and (before.forms, before.newest) == (forms, newest)):
            continue
        quarter, scheme = schemes.quarter_of(period), schemes.of_period(session, period)
        read = Inputs(
            period.id, quarter, forms, newest, now,
            stored.given(session, period.id, shared(scheme)),
            stored.levels(session, period.id, Source.SUPERIOR),
            merits.claimed_between(session, None, quarter.first_day, quarter.last_day),
            scheme.thresholds,
        )  # fmt: skip
        return lambda: _estimate(read)
    return None


def forms_of(levels: Levels, claimed: Sequence[Claimed]) -> Mapping[int, Sequence[Form]]:
    """What each rater gave, with the achievements behind it."""
    deeds: dict[int, list[Deed]] = {}
    for one in claimed:
        for key in filter(None, one.indicators.split(",")):
            deeds.setdefault(one.employee_id, []).append(Deed(key, one.done_on))
    given: dict[int, dict[int, dict[str, int]]] = {}
    for rater, person, indicator, level in levels:
        given.setdefault(rater, {}).setdefault(person, {})[indicator] = level
    return {
        rater: [
            Form(person, marks, tuple(deeds.get(person, ()))) for person, marks in people.items()
        ]
        for rater, people in given.items()
    }


def _estimate(read: Inputs) -> Write:
    found = severities(
        Rating(one.rater_id, one.employee_id, value(one.mean)) for one in _once(read)
    )
    rows = [_row(read.period_id, rater, found) for rater in found.raters]
    whole = Weighing(
        period_id=read.period_id, forms=read.forms, newest=read.newest, weighed_at=read.now,
        contrasts=found.contrasts, enough=found.enough, between=_text(found.between),
        noise=_text(found.noise),
    )  # fmt: skip
    figures, odd = _figures(read), _apart(read, rows)

    def write(session: Session) -> None:
        stored.put(session, whole, rows, figures)
        outliers.put(session, read.period_id, odd)

    return write


def _apart(read: Inputs, rows: Sequence[RaterSeverity]) -> dict[int, str]:
    """On whom superior and team differ, or whom the superior's severity moves, with the signs."""
    known, found = {one.rater_id: one for one in rows}, {}
    for person, given in groupby(read.given, key=attrgetter("employee_id")):
        side = of_given(given, known)
        standing = Standing(side.superior, side.team, side.adjusted)
        if signs := apart(standing, read.limits.met, read.limits.above):
            found[person] = " ".join(signs)
    return found


def _once(read: Inputs) -> Sequence[Given]:
    """One rating of one person by one rater, whatever hats were worn."""
    return list({(one.rater_id, one.employee_id): one for one in read.given}.values())


def _row(period_id: int, rater: int, found: Severities) -> RaterSeverity:
    one = found.raters[rater]
    return RaterSeverity(
        period_id=period_id, rater_id=rater, estimate=str(one.estimate), low=_text(one.low),
        high=_text(one.high), ratings=one.ratings, shared=one.shared, comparable=one.group,
    )  # fmt: skip


def _figures(read: Inputs) -> list[AgencyFigure]:
    """The middle of the superiors, each counted once however many people they have."""
    mirrors = [
        mirror(forms, read.quarter) for forms in forms_of(read.levels, read.claimed).values()
    ]
    rows = []
    for name in FIGURES:
        known = [one.value for m in mirrors if (one := getattr(m, name)).value is not None]
        middle = half_up(Fraction(median(known))) if known else None
        rows.append(
            AgencyFigure(
                period_id=read.period_id, name=name, value=_text(middle), raters=len(known)
            )
        )
    return rows


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
