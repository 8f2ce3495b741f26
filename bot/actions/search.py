"""Finding people by part of a name, mistyped or not, titles aside; or by the whole NIP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from sqlmodel import Session

from bot.rules.people import search_key
from storage import employees, units

MOST = 5
CLOSE_ENOUGH = 75
LONGEST = 200
NIP_LENGTH = 18


@dataclass(frozen=True, slots=True)
class Found:
    """One person as a list shows it."""

    employee_id: int
    name: str
    post: str
    unit: str


def find(
    session: Session, text: str, unit_ids: frozenset[int] | None = None, limit: int = MOST
) -> list[int]:
    """The numbers of people in service in these units (None: everywhere), best match first."""
    digits = "".join(filter(str.isdigit, text))
    if len(digits) == NIP_LENGTH:
        person = employees.by_nip(session, digits)
        fits = person is not None and person.left_on is None
        inside = person is not None and (unit_ids is None or person.unit_id in unit_ids)
        return [person.id or 0] if person is not None and fits and inside else []
    wanted = search_key(text[:LONGEST])
    if len(wanted) < 2:
        return []
    names = dict(employees.search_keys(session, unit_ids))
    best = process.extract(
        wanted, names, scorer=fuzz.WRatio, processor=search_key, limit=limit,
        score_cutoff=CLOSE_ENOUGH,
    )  # fmt: skip
    return [number for _, _, number in best]


def found(
    session: Session, ids: Sequence[int], unit_ids: frozenset[int] | None = None
) -> list[Found]:
    """These people of these units (None: all) in this order; others are left out."""
    people = employees.many(session, ids)
    names = units.names(session, {person.unit_id for person in people.values()})
    return [
        Found(one, people[one].name, people[one].post, names[people[one].unit_id])
        for one in ids
        if one in people and (unit_ids is None or people[one].unit_id in unit_ids)
    ]
