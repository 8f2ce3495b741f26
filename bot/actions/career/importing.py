"""Career records come in from a file: every line is checked, all of it is taken in or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from re import sub

from sqlmodel import Session

from bot.actions.career import storing
from bot.actions.career.against import Standing, standing_of
from bot.actions.career.storing import Progress
from bot.actions.refusals import Refused
from bot.actions.sheets import read_sheet
from bot.documents.roster import Unreadable
from bot.rules.angka_kredit import Jenjang
from bot.rules.career import TAKEN_BACK, Fact
from bot.rules.career.lines import COLUMNS, FURTHER, Line, lines
from bot.rules.career.sorts import FACTS, PAST, PENALTIES, Sort
from bot.rules.roster import Fault, Row
from bot.texts.career import importing as texts
from storage import audit, career_files, employees
from storage.career import About
from storage.employees import Employee

OWN_WORDS = {Sort.RANK: "rank_differs", Sort.LEVEL: "level_differs"}


@dataclass(frozen=True, slots=True)
class New:
    """A record that is not there yet: into the history, as what counts now, or both."""

    employee_id: int
    line: Line
    past: bool
    fact: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong (then nothing is taken in), else what would be; `there` are known already."""

    faults: Sequence[Fault]
    new: Sequence[New]
    people: int
    there: int

    @property
    def by_sort(self) -> Mapping[Sort, int]:
        """How many are new, of which sort."""
        return {
            sort: count
            for sort in Sort
            if (count := sum(one.line.sort is sort for one in self.new))
        }


def read_file(content: bytes, name: str) -> list[Row]:
    """Rows of an XLSX or CSV. Raises Unreadable."""
    try:
        return read_sheet(content, name, COLUMNS, FURTHER)
    except Unreadable as fault:
        if fault.code == "empty":
            raise Unreadable("no_records") from None
        raise


def check(
    session: Session, rows: Sequence[Row], today: date, by: int | None = None,
    reach: frozenset[int] | None = None,
) -> Findings:  # fmt: skip
    """Every fault of every line; nothing is written. `reach`: units whose people are mine."""
    found, faults = lines(rows, today)
    people = career_files.people(session, {one.nip.text for one in found})
    mine: list[tuple[int, Line]] = []
    for one in found:
        person = people.get(one.nip.text)
        if person is None or (reach is not None and person.unit_id not in reach):
            faults.append(Fault(one.line, "nip", "nobody"))
        elif person.id == by:
            faults.append(Fault(one.line, "nip", "own"))
        else:
            mine.append((person.id or 0, one))
    there = standing_of(session, {number for number, _ in mine})
    by_number = {one.id or 0: one for one in people.values()}
    faults += _differing(mine, there, by_number)
    faults.sort(key=lambda fault: fault.line)
    new = _new(mine, there)
    return Findings(faults, new, len({one.employee_id for one in new}), len(mine) - len(new))


def apply(
    session: Session, rows: Sequence[Row], now: datetime, by: int | None,
    progress: Progress | None = None,
) -> Findings:  # fmt: skip
    """Take all of it in. Raises Refused when a line is wrong: then nothing is changed."""
    found = hold(session, rows, now.date(), by)
    write(session, found, now, by, progress)
    return found


def hold(
    session: Session, rows: Sequence[Row], today: date, by: int | None,
    reach: frozenset[int] | None = None,
) -> Findings:  # fmt: skip
    """`check`, of people whom nobody else changes until this transaction ends."""
    nips = {sub(r"\D", "", row.cells.get("nip", "")) for row in rows}
    people = career_files.people(session, nips)
    employees.lock_all(session, [one.id or 0 for one in people.values()])
    return check(session, rows, today, by, reach)


def write(
    session: Session, found: Findings, now: datetime, by: int | None,
    progress: Progress | None = None,
) -> None:  # fmt: skip
    """Take in what was found while it was held. Raises Refused when a line is wrong."""
    if found.faults:
        raise Refused(texts.overtaken(), "faulty")
    storing.put(session, found.new, now, by, progress)
    facts = {"records": len(found.new), "people": found.people}
    audit.record(session, now, by, "career.import", "career/0", facts)


def _differing(
    mine: Sequence[tuple[int, Line]], there: Standing, people: Mapping[int, Employee]
) -> Iterator[Fault]:
    """The newest rank and jenjang of a file must be those of the roster."""
    for (number, sort), one in _newest(mine).items():
        code = OWN_WORDS.get(sort)
        if code is None:
            continue
        known = there.facts.get(About(number, FACTS[sort], 0))
        if known is not None and known.day > one.day:
            continue
        person = people[number]
        said = person.rank if sort is Sort.RANK else person.post_level
        if _key(sort, said) != _key(sort, one.value):
            yield Fault(one.line, "nilai", code, said)


def _key(sort: Sort, said: str) -> str:
    key = "_".join(said.lower().split())
    if sort is Sort.RANK:
        return said
    return Jenjang(key) if key in set(Jenjang) else key


def _newest(mine: Sequence[tuple[int, Line]]) -> dict[tuple[int, Sort], Line]:
    """The newest line of each person and sort."""
    newest: dict[tuple[int, Sort], Line] = {}
    for number, one in mine:
        if one.value == TAKEN_BACK:
            continue
        before = newest.get((number, one.sort))
        if before is None or before.day < one.day:
            newest[number, one.sort] = one
    return newest


def _new(mine: Sequence[tuple[int, Line]], there: Standing) -> list[New]:
    """What is not on record yet, oldest first, so that the newest counts."""
    newest = _newest(mine)
    new = []
    for number, one in sorted(mine, key=lambda pair: (pair[1].day, pair[1].line)):
        past = one.sort in PAST and not there.has(number, one)
        last = one.sort is Sort.PREDIKAT or newest.get((number, one.sort)) is one
        fact = one.sort in FACTS and last and _counts(number, one, there)
        beside = one.sort is Sort.TRAINING or one.sort in PENALTIES
        if past or fact or (beside and not there.has(number, one)):
            new.append(New(number, one, past, fact))
    return new


def _counts(number: int, one: Line, there: Standing) -> bool:
    """Whether it takes the place of what is on record: newer, or of that day and different."""
    known = there.facts.get(About(number, FACTS[one.sort], one.year))
    if known is None:
        return True
    if FACTS[one.sort] in (Fact.RANK_SINCE, Fact.POST_SINCE, Fact.EXAM):
        return known.day < one.day
    same = known.value == one.value if one.year else Decimal(known.value) == Decimal(one.value)
    return known.day < one.day or (known.day == one.day and not same)
