"""A draft of the decree that fixes a quarter's predicates: numbers by unit, names a unit apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.publication.reaching import demand_all
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.nip import mask
from bot.rules.periods import PeriodState
from bot.rules.predikat import Predikat
from bot.rules.proposals import AGENCY
from bot.rules.publication import RELEASED, too_small
from bot.rules.schemes import Organisation
from bot.texts import publication as texts
from bot.texts import words
from storage import duties, employees, organisation, periods, results, units
from storage.duties import DutyKind
from storage.periods import Period
from storage.printing import printing_of

UNITS_PAGE = 5
Counts = Mapping[Predikat, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """What every sheet of the decree bears: whose, of which quarter, signed by whom."""

    period_id: int
    year: int
    quarter: int
    office: str
    city: str
    day: date
    at: datetime
    draft: bool
    signer: str
    signer_post: str
    signer_nip: str


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """People of one unit by predikat."""

    unit_id: int
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Decree:
    """`together` are units with so few people that their numbers are told as one line."""

    heading: Heading
    organisation: Organisation | None
    objection_days: int
    missing: int
    everybody: Counts
    units: Sequence[UnitCounts]
    together: tuple[int, Counts] | None


@dataclass(frozen=True, slots=True)
class Units:
    """A page of the units that have results, to choose whose names are printed."""

    period_id: int
    year: int
    quarter: int
    items: Sequence[UnitCounts]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Annex:
    """The people of one unit: name, NIP as far as it may be shown, post, predikat."""

    heading: Heading
    unit_id: int
    unit: str
    people: Sequence[tuple[str, str, str, Predikat]]


def decree(session: Session, me: Me, period_id: int) -> Decree:
    """The draft with the numbers of every unit. Refused while there is no result."""
    period = _period(session, me, period_id)
    found = _by_unit(session, period_id)
    if not found:
        raise Refused(texts.no_decree(), "no_results")
    small = too_small({one.unit_id: sum(one.counts.values()) for one in found})
    agency = organisation.in_force(session, period_id).get(AGENCY)
    hidden = [one.counts for one in found if one.unit_id in small]
    return Decree(
        heading=_heading(session, me, period),
        organisation=Organisation(agency.predikat) if agency else None,
        objection_days=schemes.of_period(session, period).objection.days,
        missing=duties.count_open(session, period_id, DutyKind.APPRAISE),
        everybody=_sum([one.counts for one in found]),
        units=[one for one in found if one.unit_id not in small],
        together=(len(small), _sum(hidden)) if small else None,
    )


def annexes(session: Session, me: Me, period_id: int, page: int = 0) -> Units:
    """Units whose people can be printed by name."""
    period = _period(session, me, period_id)
    found = _by_unit(session, period_id)
    some = leaf(found, page, UNITS_PAGE)
    return Units(period_id, period.year, period.quarter, some.items, some.page, len(found))


def annex(session: Session, me: Me, period_id: int, unit_id: int) -> Annex:
    """Everybody of one unit with a result, by name."""
    period = _period(session, me, period_id)
    those = results.totals(session, period_id, {unit_id})
    if not those:
        raise Refused(texts.no_decree(), "no_results")
    people = employees.many(session, [one.employee_id for one in those])
    return Annex(
        heading=_heading(session, me, period),
        unit_id=unit_id,
        unit=units.names(session, [unit_id]).get(unit_id, ""),
        people=[
            (
                one.name, mask(people[one.employee_id].nip), people[one.employee_id].post,
                Predikat(one.predikat),
            )
            for one in those
        ],
    )  # fmt: skip


def _period(session: Session, me: Me, period_id: int) -> Period:
    rights.demand(session, me, "publication.sign")
    demand_all(session, me, Role.HEAD)
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    if period.state not in (PeriodState.CALIBRATION, *RELEASED):
        raise Refused(texts.no_decree(), "not_calibrated")
    return period


def _heading(session: Session, me: Me, period: Period) -> Heading:
    head = employees.get(session, me.employee_id)
    assert head is not None
    return Heading(
        period_id=period.id or 0,
        year=period.year,
        quarter=period.quarter,
        office=units.top(session),
        city=printing_of(session).city,
        day=me.today,
        at=me.now.astimezone(me.zone),
        draft=period.state == PeriodState.CALIBRATION,
        signer=head.name,
        signer_post=head.post,
        signer_nip=mask(head.nip),
    )


def _by_unit(session: Session, period_id: int) -> list[UnitCounts]:
    found: dict[int, dict[Predikat, int]] = {}
    for unit, predikat, people in organisation.spread(session, period_id):
        found.setdefault(unit, {})[Predikat(predikat)] = people
    names = units.names(session, found)
    return sorted(
        (UnitCounts(unit, names[unit], counts) for unit, counts in found.items()),
        key=lambda one: one.name,
    )


def _sum(those: Sequence[Counts]) -> dict[Predikat, int]:
    return {one: sum(counts.get(one, 0) for counts in those) for one in Predikat}
