"""How many of a scope have each predikat."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.overview.scopes import LEADERS, PROPOSERS, RECENT, UNPUBLISHED, unit_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import overview, periods
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Spread:
    """`unrated` have no result yet; not `published`: these are proposals."""

    scope: int
    name: str
    year: int
    quarter: int
    counts: Mapping[Predikat, int]
    unrated: int
    published: bool


def spread(session: Session, me: Me, scope: int) -> Spread:
    """How many of a scope have each predikat in the newest quarter that is published."""
    rights.demand(session, me, "overview.spread")
    return _spread(session, me, scope, _newest(session, RELEASED), LEADERS)


def proposed(session: Session, me: Me, scope: int) -> Spread:
    """The same of what is proposed in a quarter not yet published, for those who work on it."""
    rights.demand(session, me, "overview.proposed")
    period = _newest(session, UNPUBLISHED)
    return _spread(session, me, scope, period, PROPOSERS)


def _spread(session: Session, me: Me, scope: int, period: Period, roles: Sequence[Role]) -> Spread:
    name, below = unit_of(session, me, scope, roles)
    assert period.id is not None
    counts = overview.spread(session, period.id, below)
    told = {predikat: counts.get(predikat.value, 0) for predikat in Predikat}
    unrated = overview.unrated(session, period.id, below)
    published = PeriodState(period.state) in RELEASED
    return Spread(scope, name, period.year, period.quarter, told, unrated, published)


def _newest(session: Session, states: Collection[PeriodState]) -> Period:
    for period in periods.recent(session, RECENT):
        if period.state in states:
            return period
    raise Refused(words.not_available(), "no_period")
