"""Walking along the chain from the first entry to the newest, and where it breaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from bot.rules.audit.chain import ANCHOR, ERASE, START, commit, sealing
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


Values = Row | Sequence[Any]
"""A row, or its values in the same order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain is whole. `broken` is the number of the first broken entry, or None.

    `anchored` is the newest whole entry that was sent out as a daily anchor, 0 for none; `whole`
    the moment of the newest entry before the broken one, "" for none. `since` is the moment from
    which the trail is broken, as far as it can be told: what the broken entry itself says, where
    it fits between its neighbours, else `whole`.
    """

    entries: int
    mac: bytes
    anchored: int = 0
    erased: int = 0
    broken: int | None = None
    fault: Fault | None = None
    whole: str = ""
    since: str = ""


@dataclass(slots=True)
class _Way:
    """What is remembered of the entries walked along."""

    entries: int = 0
    mac: bytes = START
    anchored: int = 0
    erased: int = 0
    whole: str = ""
    gone: dict[int, str] = field(default_factory=dict)

    def verdict(
        self, broken: int | None = None, fault: Fault | None = None, since: str = ""
    ) -> Verdict:
        known = (self.entries, self.mac, self.anchored, self.erased)
        return Verdict(*known, broken, fault, self.whole, since or self.whole)

    def breaks(self, broken: int, fault: Fault, said: object, after: Values | None) -> Verdict:
        """At an entry that says this moment, before `after`, which may be broken as well."""
        next_one = after[1] if after is not None and isinstance(after[1], str) else ""
        fits = isinstance(said, str) and self.whole <= said and (not next_one or said <= next_one)
        return self.verdict(broken, fault, str(said) if fits else "")


def walk(key: bytes, rows: Iterable[Values], codes: Mapping[int, str] | None = None) -> Verdict:
    """Check entries in the order of their numbers, and anchors: codes by the entry's number.

    Memory does not grow with the chain. Without `codes` a chain that was written anew by
    somebody who holds the key, or cut off at its end, looks whole.
    """
    way, codes, seal = _Way(), codes or {}, sealing(key)
    before = START
    stream = iter(rows)
    for number, row in enumerate(stream, 1):
        got, moment, actor, action, about, commitment, mac, salt, facts = row
        if got != number:
            return way.verdict(number, Fault.MISSING)
        try:
            fits = mac == seal(before, got, moment, actor, action, about, commitment)
        except (TypeError, ValueError):
            fits = False
        if not fits:
            return way.breaks(number, Fault.CHANGED, moment, next(stream, None))
        if commitment is not None or salt is not None or facts is not None:
            if not _true(commitment, salt, facts):
                return way.verdict(number, Fault.FACTS_CHANGED, moment)
            if facts is None:
                way.gone[number] = moment
            elif action == ERASE:
                _account(way, facts)
        if number in codes and code_of(number, mac) != codes[number]:
            return way.verdict(number, Fault.NOT_AS_ANCHORED, moment)
        if action == ANCHOR:
            way.anchored = number
        way.entries = number
        way.mac, way.whole = mac, moment
        before = mac
    if way.gone:
        first = min(way.gone)
        return way.verdict(first, Fault.FACTS_GONE, way.gone[first])
    if codes and max(codes) > way.entries:
        return way.verdict(way.entries + 1, Fault.CUT_OFF)
    return way.verdict()


def _true(commitment: Any, salt: Any, facts: Any) -> bool:
    """Whether facts are what the entry commits to; facts that are not there are not untrue."""
    if salt is None and facts is None:
        return True
    try:
        return bool(commitment == commit(salt, facts))
    except (TypeError, ValueError, AttributeError):
        return False


def _account(way: _Way, facts: str) -> None:
    """An erasure names the entries whose facts are gone; its own facts stay."""
    erased = set(json.loads(facts)["entries"])
    way.erased += len(erased & way.gone.keys())
    for number in erased:
        way.gone.pop(number, None)
