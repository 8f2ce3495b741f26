"""Lines held against each other: people, telephones and superiors who cannot be as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.actions.roster.lines import Entry
from bot.actions.roster.stand import Stand
from bot.rules.roster import Fault, loops

NAMES_OF_CIRCLE = 12


def against_itself(
    entries: Sequence[Entry], indexes: Mapping[str, bytes], stand: Stand
) -> Iterator[Fault]:
    """A person listed twice; a telephone, which proves who somebody is, of two people."""
    first: dict[str, int] = {}
    phones: dict[str, Entry] = {}
    for item in entries:
        if item.nip in first:
            yield Fault(item.line, "nip", "twice", str(first[item.nip]))
        first.setdefault(item.nip, item.line)
        if item.phone:
            other = phones.setdefault(item.phone, item)
            if other.nip != item.nip:
                yield Fault(item.line, "telepon", "phone_twice", str(other.line))
    named = set(indexes.values())
    theirs = {
        person.phone_index: person.name
        for person in stand.listed.values()
        if person.phone_index and person.left_on is None and person.nip_index not in named
    }
    if theirs:
        for phone, item in phones.items():
            if name := theirs.get(stand.vault.index(phone)):
                yield Fault(item.line, "telepon", "phone_taken", name)


def superiors(
    entries: Sequence[Entry], indexes: Mapping[str, bytes], stand: Stand, *, leavers: bool
) -> Iterator[Fault]:
    """Superiors who do not exist or are to leave, and circles with the names in them."""
    listed, named = stand.listed, set(indexes.values())
    by_id = {person.id: person for person in listed.values()}
    above: dict[bytes, bytes | None] = {}
    for person in listed.values():
        superior = by_id.get(person.superior_id or 0)
        above[person.nip_index] = superior.nip_index if superior else None
    for item in entries:
        index = None
        if item.superior_nip:
            index = indexes.get(item.superior_nip) or stand.vault.index(item.superior_nip)
        if index and index not in named:
            known = listed.get(index)
            if known is None or known.left_on is not None:
                yield Fault(item.line, "atasan_nip", "unknown_superior")
                index = None
            elif leavers:
                yield Fault(item.line, "atasan_nip", "superior_leaves", known.name)
        above[indexes[item.nip]] = index
    lines = {indexes[item.nip]: item for item in entries}
    names = {index: person.name for index, person in listed.items()}
    names |= {index: item.name for index, item in lines.items()}
    for who in loops(above):
        places = [(lines[one].line, at) for at, one in enumerate(who) if one in lines]
        line, at = min(places, default=(0, 0))
        yield Fault(line, "atasan_nip", "circle", way([names[one] for one in who], at))


def way(names: Sequence[str], at: int = 0) -> str:
    """`Sari → Budi → Sari`, beginning at one of them; a long circle is told by its beginning."""
    turned = [*names[at:], *names[:at]]
    shown = turned if len(turned) <= NAMES_OF_CIRCLE else [*turned[:NAMES_OF_CIRCLE], "…"]
    return " → ".join([*shown, turned[0]])
