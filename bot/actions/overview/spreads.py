"""How many of a scope have each predikat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.overview.scopes import (
    LEADERS,
    PROPOSERS,
    UNPUBLISHED,
    newest,
    reaches,
    unit_of,
)
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.publication import RELEASED
from storage import overview
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Spread:
    """`unrated` have no result yet; not `published`: these are proposals.

    `compared`: I may look at it beside the pattern of the law, as the evaluation team does.
    """

    period_id: int
    scope: int
    name: str
    year: int
    quarter: int
    counts: Mapping[Predikat, int]
    unrated: int
    published: bool
    compared: bool


def spread(session: Session, me: Me, scope: int) -> Spread:
    """How many of a scope have each predikat in the newest quarter that is published."""
    rights.demand(session, me, "overview.spread")
    return _spread(session, me, scope, newest(session, RELEASED), LEADERS)


def proposed(session: Session, me: Me, scope: int) -> Spread:
    """The same of what is proposed in a quarter not yet published, for those who work on it."""
    rights.demand(session, me, "overview.proposed")
    period = newest(session, UNPUBLISHED)
    return _spread(session, me, scope, period, PROPOSERS)


def _spread(session: Session, me: Me, scope: int, period: Period, roles: Sequence[Role]) -> Spread:
    name, below = unit_of(session, me, scope, roles)
    assert period.id is not None
    counts = overview.spread(session, period.id, below)
    told = {predikat: counts.get(predikat.value, 0) for predikat in Predikat}
    unrated = overview.unrated(session, period.id, below)
    published = PeriodState(period.state) in RELEASED
    begun = PeriodState(period.state) is not PeriodState.RATING
    compared = begun and reaches(session, me, PROPOSERS, scope)
    return Spread(
        period.id, scope, name, period.year, period.quarter, told, unrated, published, compared
    )
