"""Where a scope stands indicator by indicator: means of published results, of several people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.overview.scopes import LEADERS, TEAM, newest, unit_of
from bot.rules.numbers import half_up
from bot.rules.publication import RELEASED
from storage import overview

FEWEST = 5
"""Of fewer people a mean would say too much about one of them."""


@dataclass(frozen=True, slots=True)
class Radar:
    """`values` are axis, name and mean of each indicator; none of fewer than `FEWEST` people."""

    scope: int
    name: str
    year: int
    quarter: int
    people: int
    values: Sequence[tuple[str, str, Decimal]]


def radar(session: Session, me: Me, scope: int) -> Radar:
    """The mean of each indicator in the newest quarter that is published."""
    if scope == TEAM:
        rights.demand(session, me, "overview.team", about=me.employee_id)
        name, whose = "", overview.of_reports(me.employee_id)
    else:
        rights.demand(session, me, "overview.spread")
        name, below = unit_of(session, me, scope, LEADERS)
        whose = overview.of_units(below)
    period = newest(session, RELEASED)
    scheme = schemes.of_period(session, period)
    keys = sorted(one.key for one in scheme.indicators)
    people, sums = overview.sums(session, period.id or 0, whose, len(keys))
    found = dict(zip(keys, sums, strict=True))
    values = [
        (one.axis.value, one.name, half_up(Fraction(whole, 100 * many), 1))
        for one in scheme.indicators
        for many, whole in [found[one.key]]
        if many >= FEWEST
    ]
    return Radar(scope, name, period.year, period.quarter, people, values)
