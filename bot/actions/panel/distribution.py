"""How the predikat are spread beside the pattern of SE MenPANRB 3/2023: warnings and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import cases, rights, schemes
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.panel.scope import (
    calibrated_period,
    demand_scope,
    demand_working,
    led_scopes,
    may_set,
    sentence,
)
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.distribution import Departure, departures
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.proposals import AGENCY
from bot.rules.schemes import Organisation, Scheme
from bot.screens import Went, place
from bot.texts import panel as texts
from storage import audit, employees, organisation, units
from storage.organisation import KeptDeparture, OrganisationResult
from storage.periods import Period

PAGE = 2
READERS = (Role.EVALUATION_TEAM, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Spread:
    """One scope: the organisation's predikat with its basis, people by predikat, departures.

    `scopes` are a page of the others that may be looked at. `reason` is why these very departures
    stay; None when nobody has said so. `working`: the results are not published yet. `asked_id` is
    the scope as it was asked for: the unit above all others is looked at as the agency.
    """

    period_id: int
    year: int
    quarter: int
    scope_id: int
    asked_id: int
    scope: str
    scopes: Sequence[tuple[int, str]]
    page: int
    pages: int
    organisation: Organisation | None
    basis: str
    setter: str
    counts: Mapping[Predikat, int]
    departures: Sequence[Departure]
    reason: str | None
    may_set: bool
    may_keep: bool
    working: bool


@dataclass(frozen=True, slots=True)
class Warnings:
    """For publication: scopes that depart without and with a reason in writing.

    `unset`: the agency has no predikat of its own yet, so nothing could be compared.
    """

    unexplained: int
    explained: int
    unset: bool


def distribution(
    session: Session, me: Me, period_id: int, scope_id: int = -1, page: int = 0
) -> Spread:
    """One of my scopes, the widest when none is named; `page` turns those beside it."""
    rights.demand(session, me, "panel.read")
    mine = led_scopes(session, me, *READERS)
    scope = asked = scope_id if scope_id >= 0 else mine[0][0]
    if scope and cases.reaches(session, AGENCY, [scope]):
        scope = AGENCY
    demand_scope(session, me, scope, *READERS)
    others = leaf([one for one in mine if one[0] != scope], page, PAGE)
    period = calibrated_period(session, period_id)
    scheme = schemes.of_period(session, period)
    set_ = organisation.in_force(session, period_id).get(scope)
    counts = _counts(session, period_id).get(scope, {})
    working = period.state == PeriodState.CALIBRATION
    found = _departures(scheme, set_, counts)
    setter = employees.get(session, set_.set_by) if set_ else None
    return Spread(
        period_id=period_id,
        year=period.year,
        quarter=period.quarter,
        scope_id=scope,
        asked_id=asked,
        scope=units.names(session, [scope]).get(scope, ""),
        scopes=others.items,
        page=others.page,
        pages=others.pages,
        organisation=Organisation(set_.predikat) if set_ else None,
        basis=set_.basis if set_ else "",
        setter=setter.name if setter else "",
        counts=counts,
        departures=found,
        reason=_said(organisation.kept(session, period_id).get(scope), found),
        may_set=working and may_set(session, me, scope),
        may_keep=working and me.has(Role.EVALUATION_TEAM),
        working=working,
    )


def warnings(session: Session, period: Period) -> Warnings:
    """Over all scopes whose organisation has a predikat."""
    assert period.id is not None
    scheme, counts = schemes.of_period(session, period), _counts(session, period.id)
    kept, all_set = (
        organisation.kept(session, period.id),
        organisation.in_force(session, period.id),
    )
    explained = unexplained = 0
    for scope, set_ in all_set.items():
        found = _departures(scheme, set_, counts.get(scope, {}))
        if found and _said(kept.get(scope), found) is None:
            unexplained += 1
        elif found:
            explained += 1
    return Warnings(unexplained, explained, AGENCY not in all_set)


def ask_keep(session: Session, me: Me, period_id: int, scope_id: int) -> Spread:
    """Asks why the spread stays beside the pattern."""
    rights.demand(session, me, "panel.list")
    demand_scope(session, me, scope_id, Role.EVALUATION_TEAM)
    demand_working(calibrated_period(session, period_id))
    found = distribution(session, me, period_id, scope_id)
    if not found.departures:
        raise Refused(texts.no_departure(), "no_departure")
    return found


def keep_departure(session: Session, me: Me, period_id: int, scope_id: int, text: str) -> Went:
    """Keep why; nobody's predikat is changed by it."""
    found = ask_keep(session, me, period_id, scope_id)
    row = KeptDeparture(
        period_id=period_id, scope_id=scope_id, lines=_lines(found.departures),
        reason=sentence(text), said_by=me.employee_id, said_at=me.now,
    )  # fmt: skip
    number = organisation.add(session, row)
    facts = {"period": period_id, "scope": scope_id, "lines": row.lines}
    audit.record(session, me.now, me.employee_id, "panel.keep", f"departure/{number}", facts)
    return Went(place("panel.distribution", period_id, scope_id), texts.reason_kept())


def _departures(
    scheme: Scheme, set_: OrganisationResult | None, counts: Mapping[Predikat, int]
) -> tuple[Departure, ...]:
    if set_ is None or not counts:
        return ()
    return departures(scheme.distribution, Organisation(set_.predikat), counts)


def _counts(session: Session, period_id: int) -> dict[int, dict[Predikat, int]]:
    """People by predikat, by scope: each unit with all below it, and the agency."""
    everything = units.everything(session)
    parents = {unit.id: unit.parent_id for unit in everything}
    found: dict[int, dict[Predikat, int]] = {}
    for unit_id, predikat, people in organisation.spread(session, period_id):
        at: int | None = unit_id
        passed = {AGENCY}
        while at is not None and at not in passed:
            passed.add(at)
            at = parents.get(at)
        for scope in passed:
            counts = found.setdefault(scope, {})
            counts[Predikat(predikat)] = counts.get(Predikat(predikat), 0) + people
    return found


def _said(kept: KeptDeparture | None, found: Sequence[Departure]) -> str | None:
    """The reason, if it was said of all that departs now."""
    if kept is None or not set(_lines(found).split()) <= set(kept.lines.split()):
        return None
    return kept.reason


def _lines(found: Sequence[Departure]) -> str:
    """`baik/most/baik baik/somebody/butuh_perbaikan+kurang`."""
    return " ".join(
        f"{one.organisation}/{one.limit.kind}/{'+'.join(one.limit.predikat)}" for one in found
    )
