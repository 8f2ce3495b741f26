"""What a change of the hierarchy means for others, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.rules.authority import Role
from bot.rules.people import search_key
from storage import employees, grants, units
from storage.employees import Employee
from storage.moves import What

MOST, CLOSE_ENOUGH, SHOWN = 5, 70, 3


@dataclass(frozen=True, slots=True)
class Effect:
    """`led` answer to the person and stay so, the first of them by name; `above` is the
    superior's superior from then on; `heads` names a unit that the person heads and keeps.
    """

    led: int
    names: Sequence[str]
    above: str
    heads: str


def effect_of(session: Session, person: Employee, what: str, after: int, today: date) -> Effect:
    number = person.id or 0
    led = employees.reports(session, number)
    superior = employees.get(session, after) if what == What.SUPERIOR else None
    above = employees.get(session, superior.superior_id or 0) if superior else None
    held = grants.of_employee(session, number, today)
    headed = [one.unit_id for one in held if one.role == Role.HEAD and one.unit_id]
    names = units.names(session, headed) if headed else {}
    return Effect(
        len(led),
        [one.name for one in led[:SHOWN]],
        above.name if above else "",
        ", ".join(sorted(names.values())),
    )


def circle(session: Session, employee_id: int, superior_id: int) -> list[str]:
    """The names on the way round, if the new superior answers to the person; else none."""
    way = [superior_id, *employees.chain(session, superior_id)]
    if employee_id not in way:
        return []
    people = employees.many(session, way)
    names = [people[one].name for one in way[: way.index(employee_id) + 1]]
    return [names[-1], *names]


def units_like(session: Session, text: str, reach: frozenset[int] | None) -> list[int]:
    """Units whose name resembles what was typed, best first."""
    wanted = search_key(text[:200])
    if len(wanted) < 2:
        return []
    there = {
        one.id: search_key(one.name)
        for one in units.everything(session)
        if one.id and (reach is None or one.id in reach)
    }
    best = process.extract(
        wanted, there, scorer=fuzz.WRatio, limit=MOST, score_cutoff=CLOSE_ENOUGH
    )
    return [number for _, _, number in best]
