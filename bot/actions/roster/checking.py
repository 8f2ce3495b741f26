"""The whole file against itself and against the roster as it is: faults, and what would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.roster.lines import Entry, entry
from bot.actions.roster.places import Places, Units
from bot.rules.roster import Fault, Row, loops
from storage import roster as stored
from storage.columns import vault_of
from storage.roster import Listed
from storage.vault import Vault

DEFAULT_ZONE = "Asia/Jakarta"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody in service whom the file does not name."""

    employee_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong (then nothing is applied), else what applying would do."""

    faults: Sequence[Fault]
    entries: Sequence[Entry]
    units: Units
    listed: dict[bytes, Listed]
    added: int
    changed: int
    unchanged: int
    missing: Sequence[Missing]

    @property
    def staff(self) -> int:
        """How many are in service now."""
        return sum(person.left_on is None for person in self.listed.values())


def check(
    session: Session,
    rows: Sequence[Row],
    today: date,
    *,
    leavers: bool = False,
    zone: str = DEFAULT_ZONE,
    progress: Progress | None = None,
) -> Findings:
    """Every fault of every line, in the order of the lines; nothing is written.

    `leavers`: people missing from the file are to leave, so nobody may answer to them. `zone` is
    that of units for which neither the file nor the roster knows one.
    """
    faults: list[Fault] = []
    entries = []
    for number, row in enumerate(rows, start=1):
        if (found := entry(row, today, faults)) is not None:
            entries.append(found)
        if progress is not None and (number % 500 == 0 or number == len(rows)):
            progress(number, len(rows))
    vault = vault_of(session)
    listed = {person.nip_index: person for person in stored.everybody(session)}
    indexes = {item.nip: vault.index(item.nip) for item in entries}
    faults += _twice(entries)
    faults += _superiors(entries, indexes, listed, vault, leavers=leavers)
    units = Units.read(session)
    faults += units.merge([Places.of(item) for item in entries], zone)
    changed = [item for item in entries if _differs(item, listed, units, vault)]
    new = sum(indexes[item.nip] not in listed for item in entries)
    named = set(indexes.values())
    missing = [
        Missing(person.id, person.name)
        for person in listed.values()
        if person.left_on is None and person.nip_index not in named
    ]
    faults.sort(key=lambda fault: fault.line)
    return Findings(
        faults=faults,
        entries=entries,
        units=units,
        listed=listed,
        added=new,
        changed=len(changed) - new,
        unchanged=len(entries) - len(changed),
        missing=sorted(missing, key=lambda person: person.name),
    )


def _twice(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for item in entries:
        if item.nip in first:
            yield Fault(item.line, "nip", "twice", str(first[item.nip]))
        first.setdefault(item.nip, item.line)


def _superiors(
    entries: Sequence[Entry],
    indexes: dict[str, bytes],
    listed: dict[bytes, Listed],
    vault: Vault,
    *,
    leavers: bool,
) -> Iterator[Fault]:
    """Superiors who do not exist or are to leave, and circles with the names in them."""
    named = set(indexes.values())
    above: dict[bytes, bytes | None] = {}
    by_id = {person.id: person for person in listed.values()}
    for person in listed.values():
        superior = by_id.get(person.superior_id or 0)
        above[person.nip_index] = superior.nip_index if superior else None
    for item in entries:
        index = vault.index(item.superior_nip) if item.superior_nip else None
        known = listed.get(index) if index else None
        if index and index not in named:
            if known is None or known.left_on is not None:
                yield Fault(item.line, "atasan_nip", "unknown_superior")
                index = None
            elif leavers:
                yield Fault(item.line, "atasan_nip", "superior_leaves", known.name)
        above[indexes[item.nip]] = index
    lines = {indexes[item.nip]: item for item in entries}
    names = {index: person.name for index, person in listed.items()}
    names |= {index: item.name for index, item in lines.items()}
    keys = {index: index.hex() for index in above}
    written = {keys[who]: keys.get(boss) if boss else None for who, boss in above.items()}
    for circle in loops(written):
        who = [bytes.fromhex(key) for key in circle]
        places = [(lines[one].line, at) for at, one in enumerate(who) if one in lines]
        line, at = min(places, default=(0, 0))
        way = " → ".join(names[one] for one in (*who[at:], *who[: at + 1]))
        yield Fault(line, "atasan_nip", "circle", way)


def _differs(item: Entry, listed: dict[bytes, Listed], units: Units, vault: Vault) -> bool:
    """Whether this line changes its person (roles aside, which are compared when applied)."""
    person = listed.get(vault.index(item.nip))
    if person is None or person.left_on is not None:
        return True
    superior = listed.get(vault.index(item.superior_nip)) if item.superior_nip else None
    as_listed = (
        person.name, person.post, person.post_level, person.rank, person.phone_index,
        person.unit_id, person.superior_id,
    )  # fmt: skip
    as_filed = (
        item.name, item.post, item.post_level, item.rank,
        vault.index(item.phone) if item.phone else None,
        units.id_of(item.unit), superior.id if superior else None,
    )  # fmt: skip
    return as_listed != as_filed or (bool(item.superior_nip) and superior is None)
