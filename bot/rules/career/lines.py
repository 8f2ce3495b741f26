"""Career records as a file says them: one record a line, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.career import cells
from bot.rules.career.cells import GROUND
from bot.rules.career.sorts import FACTS, PAST, PENALTIES, Sort
from bot.rules.nip import Nip
from bot.rules.roster import Fault, Row, Spoilt

COLUMNS = ("nip", "jenis", "nilai", "tanggal", "sampai", "keterangan")
FURTHER = ("jalur",)
MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One record. `until` only of a penalty; `year` of a predikat; `way`, `minutes` of learning.

    `value` is a decimal string, a predikat, a rank, a level or words, as `sort` demands.
    """

    line: int
    nip: Nip
    sort: Sort
    value: str
    day: date
    until: date | None = None
    note: str = ""
    year: int = 0
    minutes: int = 0
    way: str = ""


def lines(rows: Sequence[Row], today: date) -> tuple[list[Line], list[Fault]]:
    """All records that can be read, and everything that is wrong, in the order of the lines."""
    faults: list[Fault] = []
    found = [one for row in rows if (one := _line(row, today, faults)) is not None]
    first: dict[tuple[object, ...], int] = {}
    for one in found:
        key = _same(one)
        if key in first:
            faults.append(Fault(one.line, "jenis", "line_twice", str(first[key])))
        first.setdefault(key, one.line)
    faults.sort(key=lambda fault: fault.line)
    return found, faults


def _same(one: Line) -> tuple[object, ...]:
    """What two lines may not both say: of a kind that has no history one line a person."""
    if one.sort is Sort.PREDIKAT:
        return one.nip.text, one.sort, one.year
    if one.sort in PAST:
        return one.nip.text, one.sort, one.day
    if one.sort in FACTS:
        return one.nip.text, one.sort
    return one.nip.text, one.sort, one.day, one.until, one.value.casefold(), one.note.casefold()


def _line(row: Row, today: date, faults: list[Fault]) -> Line | None:
    before = len(faults)

    def wrong(column: str, code: str, detail: str = "") -> None:
        faults.append(Fault(row.line, column, code, detail[:60]))

    for column, code in row.spoilt:
        if (column, code) not in (("tanggal", Spoilt.DATE), ("sampai", Spoilt.DATE)):
            wrong(column, f"spoilt_{code}")
    nip = cells.nip(row, today, wrong)
    sort = cells.sort(row["jenis"], wrong)
    for column in ("nilai", "keterangan"):
        most = GROUND[1] if column == "keterangan" else MOST
        if len(row[column]) > most:
            wrong(column, "too_long_for", str(most))
    if sort is None or nip is None or len(faults) > before:
        return None
    said = cells.said(row, sort, nip, wrong)
    day = cells.day(row, sort, said[1], today, wrong)
    until = cells.until(row, day, wrong) if sort in PENALTIES else None
    minutes, way, note = 0, "", row["keterangan"]
    if sort is Sort.TRAINING:
        minutes, way = cells.learning(row, wrong)
    elif row["jalur"]:
        wrong("jalur", "not_wanted")
    if sort not in PENALTIES and row["sampai"]:
        wrong("sampai", "not_wanted")
    if sort in PENALTIES and not GROUND[0] <= len(note) <= GROUND[1]:
        wrong("keterangan", "ground_wanted")
    if len(faults) > before or day is None:
        return None
    return Line(row.line, nip, sort, said[0], day, until, note, said[1], minutes, way)
