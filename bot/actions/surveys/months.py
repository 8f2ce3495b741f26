"""Months of a unit that are over, and each as it would be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.overview.scopes import reach
from bot.actions.refusals import Refused
from bot.actions.spans import unpacked
from bot.actions.surveys.scope import scheme_of
from bot.rules.authority import Role
from bot.rules.quarters import Quarter
from bot.rules.surveys.tallies import together
from bot.texts import words
from storage import units
from storage.surveys import named, pins, releases, tallies
from storage.surveys.releases import SurveyRelease

MONTHS = 6


@dataclass(frozen=True, slots=True)
class Months:
    """The last months that are over, newest first: first day, and whether it was published."""

    unit_id: int
    unit: str
    items: Sequence[tuple[date, bool]]


def months(session: Session, me: Me, unit_id: int) -> Months:
    """What may be published of a unit."""
    name, _ = led_unit(session, me, unit_id)
    first = me.today.replace(day=1)
    days = []
    for _step in range(MONTHS):
        first = (first - timedelta(1)).replace(day=1)
        days.append(first)
    done = releases.months_of(session, unit_id, days)
    return Months(unit_id, name, [(one, one in done) for one in days])


def propose(session: Session, me: Me, unit_id: int, first: date) -> tuple[SurveyRelease, str]:
    """A month of a unit as it would be published now, and the unit's name. Raises Refused."""
    name, below = led_unit(session, me, unit_id)
    return proposal_of(session, me, unit_id, below, first), name


def led_unit(session: Session, me: Me, unit_id: int) -> tuple[str, frozenset[int]]:
    """The name of a unit that I lead, and all units below it. Raises Refused."""
    rights.demand(session, me, "surveys.publish")
    mine, unit = reach(session, me, [Role.HEAD]), units.get(session, unit_id)
    if unit is None or (mine is not None and unit_id not in mine):
        raise Refused(words.not_available(), "foreign_unit")
    return unit.name, units.below(session, unit_id)


def first_of(month: int, today: date) -> date:
    """The first day of a month that is over. Raises Refused."""
    try:
        first = unpacked(month)
    except ValueError:
        raise Refused(words.not_available(), "no_month") from None
    if first.day != 1 or first >= today.replace(day=1) or first.year < 2000:
        raise Refused(words.not_available(), "no_month")
    return first


def last_of(first: date) -> date:
    """The last day of a month."""
    return (first + timedelta(31)).replace(day=1) - timedelta(1)


def proposal_of(
    session: Session, me: Me, unit_id: int, below: frozenset[int], first: date
) -> SurveyRelease:
    """The row as it would be written."""
    rules = scheme_of(session, Quarter.of(first), me.today).surveys
    span = [(first, last_of(first))]
    found = tallies.of_services(session, span, loose=rules.loose_count, units=below)
    whole = together(one.tally for one in found)
    users = [one.visitors for one in named.of_units(session, below).values() if one.is_open]
    stated = [one for one in users if one is not None]
    all_stated = bool(stated) and len(stated) == len(users)
    return SurveyRelease(
        unit_id=unit_id, month=first, answers=whole.count, sums=pins.write_sums(whole),
        squares=whole.squares, visitors=-(-sum(stated) // 12) if all_stated else None,
        weight=rules.weight.value, published_by=me.employee_id, published_at=me.now,
    )  # fmt: skip
