"""What was found in a file as it is kept until its author has looked at it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.actions.roster.checking import Findings

FAULT, LEAVING = "fault", "leaving"
KINDS = (FAULT, "new", "moved", "changed", "roles", LEAVING)
"""What is told of a line; the first alone where there is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report: of a fault its column, code and detail stand in `told`."""

    kind: str
    line: int
    name: str
    told: Sequence[tuple[str, str, str]]
    back: bool = False


def lines_of(found: Findings, *, leavers: bool) -> Iterator[Line]:
    """Every fault; where there is none every change, then whom the file does not name."""
    for fault in found.faults:
        yield Line(FAULT, fault.line, "", ((fault.column, fault.code, fault.detail),))
    if found.faults:
        return
    for one in found.changes:
        yield Line(one.kind.value, one.line, one.name, one.told, one.back)
    for person in found.missing:
        yield Line(LEAVING, 0, person.name, (), leavers)


def packed(lines: Sequence[Line]) -> bytes:
    said = [[one.kind, one.line, one.name, list(one.told), one.back] for one in lines]
    return zlib.compress(json.dumps(said, ensure_ascii=False).encode())


def unpacked(report: bytes) -> list[Line]:
    rows = json.loads(zlib.decompress(report))
    return [
        Line(kind, line, name, [(a, b, c) for a, b, c in told], back)
        for kind, line, name, told, back in rows
    ]


def figures_of(found: Findings, lines: Sequence[Line]) -> dict[str, int]:
    """How many of each kind, and how many stay as they are, are in service."""
    counts = {kind: sum(one.kind == kind for one in lines) for kind in KINDS}
    return {**counts, "unchanged": found.unchanged, "staff": found.staff}
