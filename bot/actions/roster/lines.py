"""One line of the file by itself: what it means, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bot.actions import phones
from bot.rules import roster
from bot.rules.nip import InvalidNip, Nip, NipKind, parse_nip
from bot.rules.people import search_key
from bot.rules.roster import Fault, RoleAt, Row

LONGEST = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it is meant. NIP and telephone are personal, so not in the repr."""

    line: int
    nip: str = field(repr=False)
    sex: int
    name: str
    search_key: str
    post: str
    post_level: str
    rank: str
    unit: str
    parent: str
    superior_nip: str = field(repr=False)
    phone: str | None = field(repr=False)
    roles: frozenset[RoleAt]
    zone: str


def entry(row: Row, today: date, faults: list[Fault]) -> Entry | None:
    """The line's meaning; its faults are added to `faults`, and None comes when the NIP is one."""
    spoilt = {column for column, _ in row.spoilt}
    faults += [Fault(row.line, column, f"spoilt_{code}") for column, code in row.spoilt]
    if spoilt:
        clean = {column: text for column, text in row.cells.items() if column not in spoilt}
        row = replace(row, cells=clean)
    nip = _nip(row, "nip", today, faults) if "nip" not in spoilt else None
    for column in ("nama", "unit"):
        if not row[column] and column not in spoilt:
            faults.append(Fault(row.line, column, "empty"))
    if row["nama"] and not any(map(str.isalpha, row["nama"])):
        faults.append(Fault(row.line, "nama", "no_letters"))
    for column in ("nama", "jabatan", "jenjang", "unit", "unit_induk"):
        if len(row[column]) > LONGEST:
            faults.append(Fault(row.line, column, "too_long"))
    kind = nip.kind if nip else NipKind.PPPK
    read_rank = nip and "golongan" not in spoilt
    rank = (
        _read(row, "golongan", lambda text: roster.rank(text, kind), faults) if read_rank else ""
    )
    phone = phones.normalised(row["telepon"].lstrip("'")) if row["telepon"] else None
    if row["telepon"] and phone is None:
        faults.append(Fault(row.line, "telepon", "phone"))
    roles = _read(row, "peran", roster.roles, faults)
    zone = _read(row, "zona", roster.zone, faults)
    superior = _nip(row, "atasan_nip", today, faults) if row["atasan_nip"] else None
    if nip is None:
        return None
    return Entry(
        line=row.line,
        nip=nip.text,
        sex=int(nip.text[14]),
        name=row["nama"],
        search_key=search_key(row["nama"]) if row["nama"] else "",
        post=row["jabatan"],
        post_level=row["jenjang"],
        rank=rank or "",
        unit=row["unit"],
        parent=row["unit_induk"],
        superior_nip=superior.text if superior else "",
        phone=phone,
        roles=roles or frozenset(),
        zone=zone or "",
    )


def _nip(row: Row, column: str, today: date, faults: list[Fault]) -> Nip | None:
    text = row[column]
    spoilt = column in row.numeric or "E+" in text.upper()
    if not text:
        faults.append(Fault(row.line, column, "empty"))
    elif spoilt:
        faults.append(Fault(row.line, column, "nip_number"))
    else:
        try:
            return parse_nip(text.lstrip("'"), today)
        except InvalidNip as wrong:
            faults.append(Fault(row.line, column, f"nip_{wrong.reason.value}"))
    return None


def _read(row: Row, column: str, meaning: Callable[[str], T], faults: list[Fault]) -> T | None:
    try:
        return meaning(row[column])
    except roster.Unknown as unknown:
        faults.append(Fault(row.line, column, f"unknown_{column}", str(unknown)[:60]))
        return None
