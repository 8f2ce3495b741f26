"""The minutes of calibration: who, when, how each unit stands, what was changed and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.panel.distribution import Spread, distribution
from bot.actions.panel.scope import calibrated_period, units_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.nip import mask
from bot.rules.panel import Tally
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.proposals import AGENCY
from bot.texts import panel as texts
from storage import calibrated, employees, grants, organisation, sittings, units
from storage.adjustments import APPLIED, Adjustment
from storage.calibrated import Discussed
from storage.employees import Employee
from storage.printing import printing_of


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs the paper by hand; of the NIP only what may be shown."""

    name: str
    post: str
    nip: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A result that a head changed, or left as it was: what the team found, and why."""

    name: str
    unit: str
    before: tuple[Decimal, Predikat]
    after: tuple[Decimal, Predikat]
    views: Tally | None
    reason: str
    applied: bool
    answer: str


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A form that went back to its superior, and why."""

    name: str
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is printed. `withheld` entries are about the reader or a superior of the reader.

    `units` and `discussed` lie inside the scope; `draft` until the results are published.
    """

    spread: Spread
    office: str
    city: str
    day: date
    at: datetime
    draft: bool
    team: Sequence[Signer]
    heads: Sequence[Signer]
    units: Sequence[tuple[str, Mapping[Predikat, int]]]
    discussed: Sequence[tuple[str, Discussed]]
    changed: Sequence[Changed]
    given_back: Sequence[GivenBack]
    withheld: int


def minutes(session: Session, me: Me, period_id: int, scope_id: int = -1) -> Minutes:
    """Of one of my scopes, the widest when none is named. Refused before anything was rated."""
    spread = distribution(session, me, period_id, scope_id)
    if not spread.counts:
        raise Refused(texts.nothing_to_minute(), "no_results")
    period = calibrated_period(session, period_id)
    inside = units_of(session, spread.scope_id)
    names = {unit.id or 0: unit.name for unit in units.everything(session)}
    if inside is not None:
        names = {number: name for number, name in names.items() if number in inside}
    changed, returned = (
        calibrated.decided(session, period_id),
        calibrated.given_back(session, period_id),
    )
    about = [one.employee_id for one in changed] + [one.employee_id for one in returned]
    people = {
        number: one
        for number, one in employees.many(session, about).items()
        if one.unit_id in names
    }
    hidden = {me.employee_id, *employees.chain(session, me.employee_id)}
    kept_back = [number for number in about if number in people and number in hidden]
    told = {number: one for number, one in people.items() if number not in hidden}
    return Minutes(
        spread=spread,
        office=units.top(session),
        city=printing_of(session).city,
        day=me.today,
        at=me.now.astimezone(me.zone),
        draft=period.state == PeriodState.CALIBRATION,
        team=_signers(session, me, Role.EVALUATION_TEAM, spread.scope_id, inside),
        heads=_signers(session, me, Role.HEAD, spread.scope_id, frozenset()),
        units=_by_unit(session, period_id, names),
        discussed=[
            (names[one.unit_id], one)
            for one in calibrated.by_unit(session, period_id)
            if one.unit_id in names
        ],
        changed=_changed(session, period_id, changed, told, names),
        given_back=[
            GivenBack(told[one.employee_id].name, names[told[one.employee_id].unit_id], one.reason)
            for one in returned
            if one.employee_id in told
        ],
        withheld=len(kept_back),
    )


def _by_unit(
    session: Session, period_id: int, names: Mapping[int, str]
) -> list[tuple[str, dict[Predikat, int]]]:
    found: dict[int, dict[Predikat, int]] = {}
    for unit, predikat, people in organisation.spread(session, period_id):
        if unit in names:
            found.setdefault(unit, {})[Predikat(predikat)] = people
    return sorted((names[unit], counts) for unit, counts in found.items())


def _changed(
    session: Session,
    period_id: int,
    rows: Sequence[Adjustment],
    people: Mapping[int, Employee],
    names: Mapping[int, str],
) -> list[Changed]:
    rounds = sittings.newest_of(session, period_id, list(people))
    return [
        Changed(
            name=people[one.employee_id].name,
            unit=names[people[one.employee_id].unit_id],
            before=(Decimal(one.total_before), Predikat(one.predikat_before)),
            after=(Decimal(one.total_after), Predikat(one.predikat_after)),
            views=Tally(last.keep, last.high, last.low)
            if (last := rounds.get(one.employee_id)) and last.state == sittings.CLOSED
            else None,
            reason=one.reason,
            applied=one.state == APPLIED,
            answer=one.answer or "",
        )
        for one in rows
        if one.employee_id in people
    ]


def _signers(
    session: Session, me: Me, role: Role, scope_id: int, inside: Collection[int] | None
) -> list[Signer]:
    """Who holds the role for the scope or, of the team, for a part of it; in service, by name."""
    above = _above(session, scope_id)
    held = {
        grant.employee_id
        for grant in grants.holders(session, role, me.today)
        if grant.unit_id in above or inside is None or grant.unit_id in inside
    }
    people = employees.many(session, list(held)).values()
    here = sorted((one for one in people if one.left_on is None), key=lambda one: one.search_key)
    return [Signer(one.name, one.post, mask(one.nip)) for one in here]


def _above(session: Session, scope_id: int) -> set[int | None]:
    """The scope and everything it belongs to; None is the agency."""
    found: set[int | None] = {None}
    if scope_id == AGENCY:
        return found
    parents = {unit.id: unit.parent_id for unit in units.everything(session)}
    at: int | None = scope_id
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found
