"""Old surveys as a file says them: one answer a line, elements by key, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.roster import Fault, Row
from bot.rules.surveys.collecting import LONGEST_COMMENT, LONGEST_NAME, ServiceKind
from bot.rules.surveys.elements import HIGHEST, LOWEST
from bot.rules.surveys.grades import Regulation

HEAD = ("unit", "layanan", "tanggal")
FURTHER = ("jenis", "komentar")
"""Columns that need not be there: the kind of a service that is new, what was written."""
EARLIEST = date(2000, 1, 1)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
Wrong = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Line:
    """One answer; `said` by element in the order of its regulation. `kind` "" where not given."""

    line: int
    unit: str
    service: str
    kind: str
    day: date
    said: tuple[int, ...]
    comment: str


def columns(by: Regulation) -> tuple[str, ...]:
    """What the first line of a file must name."""
    return (*HEAD, *by.elements)


def read(rows: Sequence[Row], by: Regulation, today: date) -> tuple[list[Line], list[Fault]]:
    """All answers that are right, and everything that is wrong, in the order of the lines."""
    faults: list[Fault] = []
    lines = [_line(row, by, today, faults) for row in rows]
    return [one for one in lines if one is not None], faults


def _line(row: Row, by: Regulation, today: date, faults: list[Fault]) -> Line | None:
    before = len(faults)

    def wrong(column: str, code: str, detail: str = "") -> None:
        faults.append(Fault(row.line, column, code, detail))

    for column in HEAD:
        if not row[column]:
            wrong(column, "empty")
    for column, most in (("layanan", LONGEST_NAME), ("komentar", LONGEST_COMMENT)):
        if len(row[column]) > most:
            wrong(column, "too_long_for", str(most))
    kind = row["jenis"].strip().lower()
    if kind and kind not in set(ServiceKind):
        wrong("jenis", "unknown_kind", ", ".join(ServiceKind))
    day = _day(row["tanggal"], today, wrong) if row["tanggal"] else None
    said = tuple(_level(row[key], key, wrong) for key in by.elements)
    if day is None or len(faults) > before:
        return None
    return Line(row.line, row["unit"], row["layanan"], kind, day, said, row["komentar"])


def _level(typed: str, column: str, wrong: Wrong) -> int:
    if not typed:
        wrong(column, "empty")
    elif typed in _LEVELS:
        return int(typed)
    else:
        wrong(column, "not_a_level", typed[:20])
    return 0


_LEVELS = frozenset(str(one) for one in range(LOWEST, HIGHEST + 1))


def _day(typed: str, today: date, wrong: Wrong) -> date | None:
    """`31/12/2019` (day first) or `2019-12-31`."""
    found = _DAY.fullmatch(typed)
    parts = [int(one) for one in found.groups() if one] if found else []
    try:
        day = date(*(parts if found and found[4] else reversed(parts)))
    except (TypeError, ValueError):
        wrong("tanggal", "not_a_day", typed[:20])
        return None
    if not EARLIEST <= day <= today:
        wrong("tanggal", "day_out_of_reach", typed[:20])
        return None
    return day
