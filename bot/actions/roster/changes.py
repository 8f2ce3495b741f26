"""What a file without faults would change, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.actions.roster.lines import Entry
from bot.actions.roster.stand import Stand
from bot.rules.authority import Role
from bot.rules.roster import Fault
from storage.roster import Listed

PLACE = frozenset({"unit", "atasan_nip"})


class ChangeKind(StrEnum):
    """What becomes of a person; the roles of one who is new or moved are told beside it."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody in service whom the file does not name."""

    employee_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """`told`: column, before, after, as people read them; a telephone is never repeated.

    `employee_id` is 0 of somebody new. `back`: had left and is in service again.
    """

    line: int
    kind: ChangeKind
    employee_id: int
    name: str
    told: Sequence[tuple[str, str, str]] = ()
    back: bool = False


def changes_of(
    entries: Sequence[Entry], indexes: Mapping[str, bytes], stand: Stand
) -> Iterator[Change]:
    """Every line that changes its person or their roles; of a file without faults."""
    reading = _Reading(entries, indexes, stand)
    for item in entries:
        person = stand.listed.get(indexes[item.nip])
        number = person.id if person else 0
        if person is None:
            new = (("unit", "", item.unit), ("jabatan", "", item.post))
            yield Change(item.line, ChangeKind.NEW, 0, item.name, new)
        else:
            told = tuple(reading.told(item, person))
            back = person.left_on is not None
            if told or back:
                moved = back or any(column in PLACE for column, _, _ in told)
                kind = ChangeKind.MOVED if moved else ChangeKind.CHANGED
                yield Change(item.line, kind, number, item.name, told, back)
        before, after = reading.held.get(number, frozenset()), _wanted(item)
        if before != after:
            roles = (("peran", "; ".join(sorted(before)), "; ".join(sorted(after))),)
            yield Change(item.line, ChangeKind.ROLES, number, item.name, roles)


class _Reading:
    """The roster and the file by what a line is compared with."""

    def __init__(
        self, entries: Sequence[Entry], indexes: Mapping[str, bytes], stand: Stand
    ) -> None:
        self.vault, self.indexes = stand.vault, indexes
        self.people = {person.id: person for person in stand.listed.values()}
        self.units = {unit.id: name for name, unit in stand.units.items()}
        self.names = {index: person.name for index, person in stand.listed.items()}
        self.names |= {indexes[item.nip]: item.name for item in entries}
        held: dict[int, set[str]] = {}
        for grant in stand.held:
            where = f"@{self.units[grant.unit_id]}" if grant.unit_id else ""
            held.setdefault(grant.employee_id, set()).add(f"{grant.role}{where}")
        self.held = {who: frozenset(roles) for who, roles in held.items()}

    def told(self, item: Entry, person: Listed) -> Iterator[tuple[str, str, str]]:
        unit = self.units.get(person.unit_id, "")
        for column, before, after in (
            ("nama", person.name, item.name),
            ("jabatan", person.post, item.post),
            ("jenjang", person.post_level, item.post_level),
            ("golongan", person.rank, item.rank),
            ("unit", unit, item.unit),
        ):
            if before != after:
                yield column, before, after
        phone = self.vault.index(item.phone) if item.phone else None
        if phone != person.phone_index:
            yield "telepon", "", ""
        superior = self._index(item.superior_nip)
        listed = self.people.get(person.superior_id or 0)
        former = listed.nip_index if listed else None
        if superior != former:
            yield "atasan_nip", self._name(former), self._name(superior)

    def _index(self, nip: str) -> bytes | None:
        return (self.indexes.get(nip) or self.vault.index(nip)) if nip else None

    def _name(self, index: bytes | None) -> str:
        return self.names.get(index, "") if index else ""


def _wanted(item: Entry) -> frozenset[str]:
    """Roles as the file gives them; a head's without a unit is for their own."""
    told = set()
    for given in item.roles:
        unit = given.unit or (item.unit if given.role is Role.HEAD else "")
        told.add(f"{given.role.value}@{unit}" if unit else given.role.value)
    return frozenset(told)


def oneself(changes: Sequence[Change], leaving: Sequence[Missing], by: int) -> Iterator[Fault]:
    """Nobody decides by a file of their own whom they answer to or what they may."""
    for one in changes:
        if one.employee_id == by and one.kind in {ChangeKind.MOVED, ChangeKind.ROLES}:
            told = [column for column, _, _ in one.told if column in PLACE or column == "peran"]
            yield Fault(one.line, told[0] if told else "nip", "oneself")
    if any(person.employee_id == by for person in leaving):
        yield Fault(0, "nip", "oneself_leaves")
