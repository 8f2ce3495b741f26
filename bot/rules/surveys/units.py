"""The index of every unit in a tree: its own services and those of the units under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.surveys.credibility import Leaned, leaned
from bot.rules.surveys.grades import Weight
from bot.rules.surveys.index import exact_index
from bot.rules.surveys.tallies import Tally

Place = tuple[int, int]
"""A unit and a service of it: a service may have moved between units."""


@dataclass(frozen=True, slots=True)
class Served:
    """What was answered about a service of a unit."""

    unit_id: int
    service_id: int
    kind: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """`unit_id` is whose it is; `own` of the answers alone, `value` what counts."""

    unit_id: int
    answers: int
    own: Decimal
    value: Decimal


def lean(services: Sequence[Served], weight: Weight) -> dict[Place, Leaned]:
    """Every service leaned to those of its kind, never to others."""
    kinds: dict[str, dict[int, Tally]] = defaultdict(dict)
    places = [(one.unit_id, one.service_id) for one in services]
    for number, one in enumerate(services):
        kinds[one.kind][number] = one.tally
    return {
        places[number]: found
        for own in kinds.values()
        for number, found in leaned(own, weight).items()
    }


def indices(
    parents: Mapping[int, int | None],
    services: Sequence[Served],
    *,
    weight: Weight,
    fewest: int,
    leans: bool,
    climbs: bool,
) -> dict[int, UnitIndex]:
    """By unit the index that counts for it; units without one are not there.

    A unit's index is that of all answers to it and the units under it, each service weighing by
    its answers; with `leans` the services' leaned ones instead of their own. Fewer than `fewest`
    answers make none; with `climbs` that of the nearest unit above counts then.
    """
    told = lean(services, weight) if leans else {}
    counts: dict[int, int] = defaultdict(int)
    own: dict[int, Fraction] = defaultdict(Fraction)
    counted: dict[int, Fraction] = defaultdict(Fraction)
    for one in services:
        exact = exact_index(one.tally, weight)
        if exact is None:
            continue
        count = one.tally.count
        place = (one.unit_id, one.service_id)
        value = told[place].exact if leans else exact
        for unit in _upwards(parents, one.unit_id):
            counts[unit] += count
            own[unit] += exact * count
            counted[unit] += value * count
    enough = {
        unit: UnitIndex(unit, count, half_up(own[unit] / count), half_up(counted[unit] / count))
        for unit, count in counts.items()
        if count >= max(fewest, 1)
    }
    if not climbs:
        return enough
    nearest = {
        unit: next((enough[one] for one in _upwards(parents, unit) if one in enough), None)
        for unit in parents
    }
    return {unit: one for unit, one in nearest.items() if one is not None}


def _upwards(parents: Mapping[int, int | None], unit: int | None) -> Iterator[int]:
    """The unit and those above it; each once, should they go round."""
    seen: set[int] = set()
    while unit is not None and unit not in seen:
        seen.add(unit)
        yield unit
        unit = parents.get(unit)
