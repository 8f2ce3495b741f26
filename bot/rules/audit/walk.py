"""Walking along the chain from the first entry to the newest, and where it breaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.rules.audit.chain import ANCHOR, ERASE, START, commit, seal
from bot.rules.audit.codes import code_of


class Fault(StrEnum):
    """What is wrong with the first broken entry."""

    MISSING = "missing"  # its number is not there, or another entry stands in its place
    CHANGED = "changed"  # the entry, or its seal, is not what was written
    FACTS_CHANGED = "facts_changed"
    FACTS_GONE = "facts_gone"  # and no erasure in the chain accounts for it
    STRAY_FACTS = "stray_facts"  # facts of an entry that is not there
    NOT_AS_ANCHORED = "not_as_anchored"  # the chain was written anew, up to here or from before
    CUT_OFF = "cut_off"  # an anchored entry lies beyond the end


class Row(NamedTuple):
    """An entry as the database gives it; whoever owns the database may have put anything there.

    `salt` and `facts` are None when the entry never had facts, or they were erased.
    """

    number: int
    moment: str
    actor: int | None
    action: str
    about: str
    commitment: bytes | None
    mac: bytes
    salt: bytes | None
    facts: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain is whole. `broken` is the number of the first broken entry, or None.

    `anchored` is the newest whole entry that was sent out as a daily anchor, 0 for none.
    """

    entries: int
    mac: bytes
    anchored: int = 0
    erased: int = 0
    broken: int | None = None
    fault: Fault | None = None


@dataclass(slots=True)
class _Way:
    """What is remembered of the entries walked along."""

    entries: int = 0
    mac: bytes = START
    anchored: int = 0
    erased: int = 0
    gone: set[int] = field(default_factory=set)

    def verdict(self, broken: int | None = None, fault: Fault | None = None) -> Verdict:
        return Verdict(self.entries, self.mac, self.anchored, self.erased, broken, fault)


def walk(key: bytes, rows: Iterable[Row], codes: Mapping[int, str] | None = None) -> Verdict:
    """Check entries in the order of their numbers, and anchors: codes by the entry's number.

    Memory does not grow with the chain. Without `codes` a chain that was written anew by
    somebody who holds the key, or cut off at its end, looks whole.
    """
    way, codes = _Way(), codes or {}
    for row in rows:
        number = way.entries + 1
        fault = _fault(key, way.mac, number, row)
        if fault is not None:
            return way.verdict(number, fault)
        if number in codes and code_of(number, row.mac) != codes[number]:
            return way.verdict(number, Fault.NOT_AS_ANCHORED)
        way.entries, way.mac = number, row.mac
        if row.commitment is not None:
            _note(way, row)
        if row.action == ANCHOR:
            way.anchored = number
    if way.gone:
        return way.verdict(min(way.gone), Fault.FACTS_GONE)
    if codes and max(codes) > way.entries:
        return way.verdict(way.entries + 1, Fault.CUT_OFF)
    return way.verdict()


def _fault(key: bytes, before: bytes, number: int, row: Row) -> Fault | None:
    if row.number != number:
        return Fault.MISSING
    try:
        fits = row.mac == seal(key, before, *row[:6])
        if not fits or type(row.mac) is not bytes:
            return Fault.CHANGED
    except (TypeError, ValueError):
        return Fault.CHANGED
    if row.salt is None and row.facts is None:
        return None
    try:
        true = row.commitment == commit(row.salt or b"", row.facts or "")
    except (TypeError, ValueError, AttributeError):
        return Fault.FACTS_CHANGED
    return None if true else Fault.FACTS_CHANGED


def _note(way: _Way, row: Row) -> None:
    """An entry whose facts are gone must be named by a later erasure, whose own facts stay."""
    if row.facts is None:
        way.gone.add(row.number)
    elif row.action == ERASE:
        erased = set(json.loads(row.facts)["entries"])
        way.erased += len(erased & way.gone)
        way.gone -= erased
