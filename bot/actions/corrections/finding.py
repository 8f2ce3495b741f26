"""Whose published result is to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.corrections.people import demand, my_units
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.publication import RELEASED
from bot.screens import Place, place
from bot.texts.corrections import replies as texts
from storage import employees, results

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Results:
    """The published results of one person: number, year, quarter."""

    employee_id: int
    name: str
    items: Sequence[tuple[int, int, int]]


def search(session: Session, me: Me) -> None:
    rights.demand(session, me, "corrections.list")


def find_person(session: Session, me: Me, text: str) -> Place:
    """Search people whose results my role reaches."""
    rights.demand(session, me, "corrections.list")
    ids = [one for one in find(session, text, my_units(session, me)) if one != me.employee_id]
    if not ids:
        raise Refused(texts.nobody(), "nobody_found")
    return place("corrections.found", *ids)


def people(session: Session, me: Me, *ids: int) -> Sequence[Found]:
    rights.demand(session, me, "corrections.list")
    return found(session, ids, my_units(session, me))


def published(session: Session, me: Me, employee_id: int) -> Results:
    """Which results of this person may be looked at for a correction."""
    demand(session, me, "corrections.propose", employee_id)
    person = employees.get(session, employee_id)
    assert person is not None
    items = [
        (result.id or 0, period.year, period.quarter)
        for result, period in results.newest_of(session, employee_id, 2 * QUARTERS)
        if period.state in RELEASED
    ]
    return Results(employee_id, person.name, items[:QUARTERS])
