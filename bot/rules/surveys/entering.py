"""How the survey enters an appraisal: the index of a unit gives a level, as the scheme says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.quarters import Quarter
from bot.rules.schemes import Scheme, Source
from bot.rules.surveys.units import Served, UnitIndex, indices


@dataclass(frozen=True, slots=True)
class Entered:
    """A unit and what counts for it; `from_id` None without an index, then the rest is empty.

    Numbers are decimal strings; `levels` as on forms, `key:level`.
    """

    unit_id: int
    parent_id: int | None
    from_id: int | None = None
    answers: int = 0
    own: str = ""
    value: str = ""
    levels: str = ""


def asks(scheme: Scheme) -> tuple[str, ...]:
    """Keys of the indicators that the survey decides, in part or wholly."""
    return tuple(
        one.key
        for one in scheme.indicators
        if any(share.source is Source.SURVEY for share in one.sources)
    )


def span(quarter: Quarter, quarters: int) -> tuple[date, date]:
    """The first and the last day whose answers count for a quarter."""
    return quarter.plus(1 - quarters).first_day, quarter.last_day


def entered(
    scheme: Scheme, parents: Mapping[int, int | None], services: Sequence[Served]
) -> list[Entered]:
    """Every unit of the tree with what counts for it, by number."""
    rules, keys = scheme.surveys, asks(scheme)
    found = indices(
        parents, services, weight=rules.weight, fewest=rules.fewest, leans=rules.leans,
        climbs=rules.climbs,
    )  # fmt: skip
    return [
        _entered(scheme, keys, unit, parent, found.get(unit))
        for unit, parent in sorted(parents.items())
    ]


def _entered(
    scheme: Scheme, keys: Sequence[str], unit: int, parent: int | None, one: UnitIndex | None
) -> Entered:
    if one is None:
        return Entered(unit, parent)
    level = scheme.survey_levels.level(one.value)
    levels = " ".join(f"{key}:{level}" for key in keys)
    return Entered(unit, parent, one.unit_id, one.answers, str(one.own), str(one.value), levels)
