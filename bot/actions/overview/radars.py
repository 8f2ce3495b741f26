"""Where a scope stands indicator by indicator: means of published results, of several people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.overview.scopes import LEADERS, TEAM, newest, unit_of
from bot.actions.scores import written_in
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
    # Of a large office most values come many times: each is reckoned with once.
    found: dict[str, Counter[str]] = {}
    parts = overview.parts(session, period.id or 0, whose)
    for one in parts:
        for key, value in written_in(one):
            found.setdefault(key, Counter())[value] += 1
    scheme = schemes.of_period(session, period)
    values = [
        (one.axis.value, one.name, _mean(found[one.key]))
        for one in scheme.indicators
        if one.key in found and found[one.key].total() >= FEWEST
    ]
    return Radar(scope, name, period.year, period.quarter, len(parts), values)


def _mean(values: Counter[str]) -> Decimal:
    whole = sum((Fraction(value) * many for value, many in values.items()), Fraction())
    return half_up(whole / values.total(), 1)
