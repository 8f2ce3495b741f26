"""Rows laid beside the entries that account for them: two sorted streams, walked once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import JSON, ColumnElement, Select, String, Text, cast, literal, select

from storage.agreement.findings import Fault, Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES, FACTS

# Text on SQLite, whose functions read JSON from text.
_READ = cast(FACTS.c.facts, JSON().with_variant(Text(), "sqlite"))
NUMBER, ACTION = 5, 6  # the places in a row of the driver's
NOTHING: ColumnElement[Any] = literal("")


class Row(NamedTuple):
    """What is stored, by the object and key that its entry has."""

    object: str
    key: str
    actor: int | None
    at: Any
    value: str | None
    number: int


class Told(NamedTuple):
    """What an entry says; `value` is None where it says nothing of it, or was erased."""

    object: str
    key: str
    actor: int | None
    at: Any
    value: str | None
    number: int
    action: str


def said(key: str) -> ColumnElement[Any]:
    """One of an entry's facts as text; NULL when it is not there or was erased."""
    found: ColumnElement[Any] = _READ[key].as_string()
    return found


def text(*parts: Any) -> ColumnElement[Any]:
    """Columns as one text, with a stroke between."""
    whole: ColumnElement[Any] = cast(parts[0], String)
    for part in parts[1:]:
        whole = whole + "/" + cast(part, String)
    return whole


def rows(
    number: Any, about: str, key: Any, actor: Any, at: Any, value: Any, *, of: Any = None
) -> Select[Any]:
    """The columns of `Row`. `about` is the first part of the object; `of` the number in it,
    when it is another one.
    """
    whose = literal(f"{about}/") + cast(number if of is None else of, String)
    return select(whose, key, actor, at, value, number)


@dataclass(frozen=True, slots=True)
class Entries:
    """The newest entry of these actions about each object and `key` counts, and says `value`.

    Only if it is one of `counting`, if given: later actions may take its effect back. `only` is
    what an entry must be to be looked at.
    """

    actions: Sequence[str]
    value: Any
    key: Any = NOTHING
    counting: Sequence[str] = ()
    only: ColumnElement[bool] | None = None

    def newest(self, reader: Reader) -> Iterator[Sequence[Any]]:
        """In the order of object and key."""
        told = (ENTRIES.c.actor_id, ENTRIES.c.at, self.value, ENTRIES.c.id, ENTRIES.c.action)
        found = select(ENTRIES.c.object, self.key, *told)
        found = found.outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
        found = found.where(ENTRIES.c.action.in_(self.actions))
        if self.only is not None:
            found = found.where(self.only)
        if self.key is not NOTHING:
            found = found.where(FACTS.c.entry_id.is_not(None))
        newest: Sequence[Any] | None = None
        for entry in reader.sorted(found):
            if newest is not None and newest[:2] != entry[:2]:
                yield from self._counted(newest)
                newest = entry
            elif newest is None or newest[NUMBER] < entry[NUMBER]:
                newest = entry
        if newest is not None:
            yield from self._counted(newest)

    def _counted(self, newest: Sequence[Any]) -> Iterator[Sequence[Any]]:
        if not self.counting or newest[ACTION] in self.counting:
            yield newest


def disagreements(
    reader: Reader,
    kind: Kind,
    stored: Select[Any],
    entries: Entries,
    *,
    who: bool = True,
    both: bool = True,
) -> Iterator[Finding]:
    """Rows without an entry, rows that say other than it, and entries without a row.

    `who` compares who did it and when as well; without `both` entries need no row.
    """
    for one, other in _side_by_side(reader.sorted(stored), entries.newest(reader)):
        told = None if other is None else Told(*other)
        if one is None and told is not None:
            if both:
                about = told.object.rpartition("/")[2]
                yield Finding(kind, Fault.GONE, about, told.key, told.number)
            continue
        row = Row(*(one or ()))
        if told is not None and _agree(row, told, who=who):
            continue
        if not reader.has_erased(entries.actions, row.object, row.actor, row.at):
            fault = Fault.UNRECORDED if told is None else Fault.DIFFERS
            entry = None if told is None else told.number
            yield Finding(kind, fault, str(row.number), row.key, entry)


def _agree(row: Row, told: Told, *, who: bool) -> bool:
    if who and (row.actor, row.at) != (told.actor, told.at):
        return False
    return told.value is None or row.value == told.value


def _side_by_side(
    stored: Iterator[Sequence[Any]], told: Iterator[Sequence[Any]]
) -> Iterator[tuple[Sequence[Any] | None, Sequence[Any] | None]]:
    """Both streams by object and key, None where one has nothing; what is equal is left out.

    Plain tuples: there may be a million.
    """
    row, entry = next(stored, None), next(told, None)
    while row is not None or entry is not None:
        if row is not None and entry is not None and row[:NUMBER] == entry[:NUMBER]:
            row, entry = next(stored, None), next(told, None)
            continue
        mine, its = _place(row), _place(entry)
        if mine == its:
            yield row, entry
            row, entry = next(stored, None), next(told, None)
        elif its is None or (mine is not None and mine < its):
            yield row, None
            row = next(stored, None)
        else:
            yield None, entry
            entry = next(told, None)


def _place(one: Sequence[Any] | None) -> tuple[str, str] | None:
    return None if one is None else (one[0] or "", one[1] or "")
