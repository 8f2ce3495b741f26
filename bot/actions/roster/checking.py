"""The whole file against itself and against the roster as it is: faults, and what would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.roster.against import against_itself, superiors
from bot.actions.roster.changes import Change, ChangeKind, Missing, changes_of, oneself
from bot.actions.roster.lines import Entry, entry
from bot.actions.roster.places import Places, Units
from bot.actions.roster.stand import Stand
from bot.rules.roster import Fault, Row
from storage.roster import Listed

DEFAULT_ZONE = "Asia/Jakarta"
STEP = 500
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong (then nothing is applied), else what applying would do.

    `changes` line by line, people before their roles; `stamp` of the roster it was held against.
    """

    faults: Sequence[Fault]
    entries: Sequence[Entry]
    units: Units
    listed: Mapping[bytes, Listed]
    changes: Sequence[Change]
    missing: Sequence[Missing]
    stamp: str

    @property
    def added(self) -> int:
        return self._count(ChangeKind.NEW)

    @property
    def moved(self) -> int:
        """People with another unit or superior, and those who come back."""
        return self._count(ChangeKind.MOVED)

    @property
    def changed(self) -> int:
        """Everybody who is not new and of whom something differs, their roles aside."""
        return self._count(ChangeKind.CHANGED) + self.moved

    @property
    def unchanged(self) -> int:
        return len(self.entries) - self.added - self.changed

    @property
    def staff(self) -> int:
        """How many are in service now."""
        return sum(person.left_on is None for person in self.listed.values())

    def _count(self, kind: ChangeKind) -> int:
        return sum(one.kind is kind for one in self.changes)


def check(
    session: Session,
    rows: Sequence[Row],
    today: date,
    *,
    leavers: bool = False,
    zone: str = DEFAULT_ZONE,
    by: int | None = None,
    progress: Progress | None = None,
) -> Findings:
    """Every fault of every line, in the order of the lines; nothing is written.

    `leavers`: people missing from the file are to leave, so nobody may answer to them. `zone` is
    that of units for which neither the file nor the roster knows one. `by`: whose file it is, in
    which they may not move themselves or change their own roles.
    """
    faults: list[Fault] = []
    entries: list[Entry] = []
    for begin in range(0, len(rows), STEP):
        read_lines(rows[begin : begin + STEP], today, entries, faults)
        if progress is not None:
            progress(min(begin + STEP, len(rows)), len(rows))
    stand = Stand.read(session, today)
    return compare(stand, entries, faults, leavers=leavers, zone=zone, by=by)


def read_lines(
    rows: Sequence[Row], today: date, entries: list[Entry], faults: list[Fault]
) -> None:
    """Each line by itself; adds to both lists."""
    for row in rows:
        if (found := entry(row, today, faults)) is not None:
            entries.append(found)


def compare(
    stand: Stand,
    entries: Sequence[Entry],
    faults: Sequence[Fault],
    *,
    leavers: bool = False,
    zone: str = DEFAULT_ZONE,
    by: int | None = None,
) -> Findings:
    """Lines against each other and against the roster; `faults` are those of the lines alone."""
    indexes = {item.nip: stand.vault.index(item.nip) for item in entries}
    units = Units(dict(stand.units))
    found = [*faults, *against_itself(entries, indexes, stand)]
    found += superiors(entries, indexes, stand, leavers=leavers)
    found += units.merge([Places.of(item) for item in entries], zone)
    named = set(indexes.values())
    missing = sorted(
        (
            Missing(person.id, person.name)
            for person in stand.listed.values()
            if person.left_on is None and person.nip_index not in named
        ),
        key=lambda person: person.name,
    )
    changes = [] if found else list(changes_of(entries, indexes, stand))
    if by is not None:
        found += oneself(changes, missing if leavers else (), by)
    found.sort(key=lambda fault: fault.line)
    return Findings(found, entries, units, stand.listed, changes, missing, stand.stamp)
