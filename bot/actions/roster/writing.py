"""The units, people and superiors of a checked file, as rows."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from bot.actions.roster.checking import Findings
from bot.actions.roster.places import Units
from bot.actions.roster.steps import Steps
from storage import roster as stored
from storage.columns import vault_of
from storage.roster import Listed


def write_units(session: Session, units: Units) -> None:
    """Parents before children; the file has no circles."""
    units.there = Units.read(session).there
    made: dict[str, int] = {}

    def settle(name: str) -> int:
        if name not in made:
            above = units.parents[name]
            parent = settle(above) if above else None
            unit, zone = units.there.get(name), units.zones[name]
            if unit is None or unit.id is None:
                made[name] = stored.add_unit(session, name, zone, parent)
            else:
                made[name] = unit.id
                if (unit.zone, unit.parent_id) != (zone, parent):
                    stored.change_unit(session, unit.id, zone, parent)
        return made[name]

    for name in units.parents:
        settle(name)
    session.expire_all()
    units.there = Units.read(session).there


def write_people(session: Session, found: Findings, steps: Steps) -> None:
    """Newcomers and whoever changed, in chunks; their superiors come after them."""
    vault = vault_of(session)
    new, changed = [], []
    for item in found.entries:
        person = found.listed.get(vault.index(item.nip))
        values: dict[str, Any] = {
            "name": item.name, "search_key": item.search_key, "sex": item.sex, "phone": item.phone,
            "phone_index": vault.index(item.phone) if item.phone else None, "post": item.post,
            "post_level": item.post_level, "rank": item.rank,
            "unit_id": found.units.id_of(item.unit), "left_on": None,
        }  # fmt: skip
        if person is None:
            index = vault.index(item.nip)
            new.append({**values, "nip": item.nip, "nip_index": index, "superior_id": None})
        elif any(getattr(person, name) != values[name] for name in _COMPARED):
            changed.append({**values, "id": person.id})
    for put, rows in ((stored.add_people, new), (stored.change_people, changed)):
        for some in stored.chunks(rows):
            put(session, some)
            steps.add(len(some))


_COMPARED = ("name", "phone_index", "post", "post_level", "rank", "unit_id", "left_on")


def write_superiors(
    session: Session, found: Findings, ids: dict[bytes, Listed], steps: Steps
) -> None:
    """Only now is everybody there, so a superior may stand later in the file."""
    vault = vault_of(session)
    changed = []
    for item in found.entries:
        person = ids[vault.index(item.nip)]
        superior = ids[vault.index(item.superior_nip)].id if item.superior_nip else None
        if person.superior_id != superior:
            changed.append({"id": person.id, "superior_id": superior})
    for some in stored.chunks(changed):
        stored.change_people(session, some)
        steps.add(len(some))
