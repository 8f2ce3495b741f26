"""Units as the file tells them, merged with those that exist: names, parents, zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlmodel import Session

from bot.actions.roster.lines import Entry
from bot.rules.roster import Fault, loops
from storage import units as stored
from storage.units import Unit


class Places(NamedTuple):
    """What one line says about units; `scopes` are units its roles name."""

    line: int
    unit: str
    parent: str
    zone: str
    scopes: tuple[str, ...]

    @classmethod
    def of(cls, item: Entry) -> Places:
        scopes = tuple(sorted({given.unit for given in item.roles if given.unit}))
        return cls(item.line, item.unit, item.parent, item.zone, scopes)


@dataclass(slots=True)
class Units:
    """Units by name: those there are, and what the file makes of them."""

    there: dict[str, Unit]
    parents: dict[str, str | None] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session) -> Units:
        return cls({unit.name: unit for unit in stored.everything(session)})

    def id_of(self, name: str) -> int | None:
        unit = self.there.get(name)
        return unit.id if unit else None

    def merge(self, said: Sequence[Places], default_zone: str) -> Iterator[Fault]:
        """Take in every line; contradictions between lines come back as faults."""
        names = {unit.id: name for name, unit in self.there.items()}
        parents = {name: names.get(unit.parent_id) for name, unit in self.there.items()}
        first_parent: dict[str, Places] = {}
        first_zone: dict[str, Places] = {}
        yield from self._twins(said)
        for line in said:
            if not line.unit:
                continue
            before = first_parent.setdefault(line.unit, line)
            if before.parent != line.parent:
                yield Fault(line.line, "unit_induk", "other_parent", str(before.line))
            parents[line.unit] = line.parent or None
            if line.zone:
                before = first_zone.setdefault(line.unit, line)
                if before.zone != line.zone:
                    yield Fault(line.line, "zona", "other_zone", str(before.line))
        for line in said:
            if line.parent:
                parents.setdefault(line.parent, None)
        for line in said:
            for scope in line.scopes:
                if scope not in parents:
                    yield Fault(line.line, "peran", "unknown_scope", scope[:60])
        yield from self._circles(parents, first_parent)
        self.parents = parents
        self.zones = {name: line.zone for name, line in first_zone.items()}
        for name in parents:
            self.zones.setdefault(name, self._zone(name, default_zone))

    def _twins(self, said: Sequence[Places]) -> Iterator[Fault]:
        """One unit in two spellings would become two units."""
        written = {name.casefold(): name for name in self.there}
        told: set[str] = set()
        for line in said:
            for column, name in (("unit", line.unit), ("unit_induk", line.parent)):
                first = written.setdefault(name.casefold(), name)
                if name and first != name and name not in told:
                    told.add(name)
                    yield Fault(line.line, column, "unit_twin", first[:60])

    def _zone(self, name: str, default: str) -> str:
        """What it has, else what the nearest unit above has, else the default."""
        seen: set[str] = set()
        here: str | None = name
        while here is not None and here not in seen:
            if here in self.zones:
                return self.zones[here]
            if here in self.there:
                return self.there[here].zone
            seen.add(here)
            here = self.parents.get(here)
        return default

    @staticmethod
    def _circles(parents: dict[str, str | None], first: dict[str, Places]) -> Iterator[Fault]:
        for circle in loops(parents):
            line = min((first[name].line for name in circle if name in first), default=0)
            yield Fault(line, "unit_induk", "unit_circle", " → ".join((*circle, circle[0])))
