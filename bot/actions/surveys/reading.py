"""What citizens think of a unit: its index at a glance, its course, its services by element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.pages import leaf
from bot.actions.surveys.scope import Scope, before, scope
from bot.rules.authority import Role
from bot.rules.quarters import Quarter
from bot.rules.surveys.index import Figure, figure
from bot.rules.surveys.samples import Interval, Sample, interval, sample
from bot.rules.surveys.tallies import Tally
from bot.rules.surveys.trend import Change, change
from storage import units
from storage.surveys import imports, named, tallies
from storage.surveys.imports import Year
from storage.surveys.named import Named

QUARTERS, PAGE = 5, 4


@dataclass(frozen=True, slots=True)
class Course:
    """One quarter of a unit; without answers there is no figure."""

    quarter: Quarter
    figure: Figure | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Glance:
    """A unit and quarter: `held` answers wait for a decision, `moved` since the quarter before.

    `lacking`: services that have not stated how many use them. `known`: whether the unit, or one
    under it, gives a service at all. `improves` and `publishes`: whether I may, here.
    """

    scope: Scope
    figure: Figure | None
    interval: Interval | None
    sample: Sample
    moved: Change | None
    held: int
    lacking: int
    known: bool
    improves: bool
    publishes: bool


@dataclass(frozen=True, slots=True)
class OfService:
    """A service with its figure; answers too few for one are not there.

    `unit` is named only where several units stand side by side.
    """

    service: Named
    figure: Figure
    tally: Tally
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Services:
    scope: Scope
    items: Sequence[OfService]
    page: int
    pages: int


def glance(session: Session, me: Me, unit_id: int = 0, when: int = 0) -> Glance:
    """A unit's index with everything that says how far it is to be trusted."""
    at = scope(session, me, unit_id, when)
    course = _course(session, at, 2)
    now, then = course[-1][1], course[0][1]
    there = named.of_units(session, at.below)
    open_ones = [one for one in there.values() if one.is_open]
    users = [one.visitors for one in open_ones if one.visitors is not None]
    lacking = len(open_ones) - len(users)
    a_quarter = -(-sum(users) // 4) if users and not lacking else None
    rules, days = at.scheme.surveys, (at.quarter.first_day, at.quarter.last_day)
    return Glance(
        at,
        figure(now, rules.weight),
        interval(now, a_quarter, rules.weight),
        sample(now.count, a_quarter),
        change(then, now, rules.weight),
        tallies.held(session, *days, at.below),
        lacking,
        bool(there),
        _leads(session, me, (Role.HEAD, Role.HR), at.unit_id),
        _leads(session, me, (Role.HEAD,), at.unit_id),
    )


def _leads(session: Session, me: Me, roles: Sequence[Role], unit_id: int) -> bool:
    """Whether one of these roles of mine reaches the unit."""
    mine = reach(session, me, roles)
    return mine is None or unit_id in mine


def course(
    session: Session, me: Me, unit_id: int = 0, when: int = 0
) -> tuple[Scope, list[Course]]:
    """Up to five quarters of a unit, oldest first, from the first that has answers."""
    at = scope(session, me, unit_id, when)
    weight = at.scheme.surveys.weight
    found = [
        Course(quarter, figure(one, weight), interval(one, weight=weight))
        for quarter, one in _course(session, at, QUARTERS)
    ]
    first = next((number for number, one in enumerate(found) if one.figure), len(found) - 1)
    return at, found[first:]


def services(session: Session, me: Me, unit_id: int, when: int, page: int = 0) -> Services:
    """Services of a unit element by element, those with the most answers first."""
    at = scope(session, me, unit_id, when)
    own = _by_service(session, at)
    there = named.many(session, own)
    ordered = sorted(own, key=lambda number: (-own[number].count, there[number].name))
    items = [
        OfService(there[number], found, own[number])
        for number in ordered
        if (found := figure(own[number], at.scheme.surveys.weight)) is not None
    ]
    names = units.names(session, {one.service.unit_id for one in items})
    if len(names) > 1:
        items = [replace(one, unit=names[one.service.unit_id]) for one in items]
    shown = leaf(items, page, PAGE)
    return Services(at, shown.items, shown.page, shown.pages)


def history(session: Session, me: Me, unit_id: int) -> tuple[Scope, Sequence[Year]]:
    """Old surveys of fourteen elements, year by year: they keep their own table of grades."""
    at = scope(session, me, unit_id)
    return at, imports.past_years(session, at.below)


def lowest(session: Session, at: Scope, count: int) -> list[str]:
    """The elements that citizens think least of, lowest first."""
    shown = figure(_course(session, at, 1)[0][1], at.scheme.surveys.weight)
    return (
        [one.key for one in sorted(shown.elements, key=lambda one: one.mean)[:count]]
        if shown
        else []
    )


def _course(session: Session, at: Scope, count: int) -> list[tuple[Quarter, Tally]]:
    """The unit's own sums of so many quarters, oldest first."""
    quarters = before(at.quarter, count)
    spans, loose = [_days(one) for one in quarters], at.scheme.surveys.loose_count
    found = tallies.of_spans(session, spans, loose=loose, units=at.below)
    return list(zip(quarters, found, strict=True))


def _by_service(session: Session, at: Scope) -> dict[int, Tally]:
    """The sums of every service in the quarter; one of two units counts together."""
    spans, loose = [_days(at.quarter)], at.scheme.surveys.loose_count
    own: dict[int, Tally] = {}
    for one in tallies.of_services(session, spans, loose=loose, units=at.below):
        there = own.get(one.service_id)
        own[one.service_id] = one.tally if there is None else there + one.tally
    return own


def _days(quarter: Quarter) -> tallies.Days:
    return quarter.first_day, quarter.last_day
