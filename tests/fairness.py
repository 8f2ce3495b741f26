"""Four fifths and hours of learning, computed anew from the tables HR is handed; nothing of ours.

`python -m tests.fairness FILE.xlsx` prints the rates of a table of the division of seats.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from openpyxl import Workbook, load_workbook

TRAITS = ("unit", "golongan", "jenis_kelamin")
Line = Mapping[str, Any]
Rate = tuple[int, int, Fraction, Fraction, bool]
"""People who asked, people who were given, the rate, the rate by the highest, short of it."""


def rows_of(book: Workbook, title: str) -> list[dict[str, Any]]:
    head, *lines = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def rates(people: Iterable[tuple[str, bool]]) -> dict[str, Rate]:
    """By group: each person is one, whether given something or not."""
    counts: dict[str, list[int]] = {}
    for group, given in people:
        count = counts.setdefault(group, [0, 0])
        count[0] += 1
        count[1] += given
    highest = max((Fraction(got, asked) for asked, got in counts.values()), default=Fraction(0))
    found = {}
    for group, (asked, got) in counts.items():
        rate = Fraction(got, asked)
        limit = Fraction(4, 5) * highest
        short = rate < limit and Fraction(got + 1, asked) < limit
        found[group] = (asked, got, rate, rate / highest if highest else Fraction(1), short)
    return found


def of_seats(lines: Iterable[Line]) -> dict[str, dict[str, Rate]]:
    """Of a division of seats: one line an application, `pegawai` numbers who sent it."""
    seated: dict[int, bool] = {}
    traits: dict[int, Line] = {}
    for line in lines:
        seated[line["pegawai"]] = seated.get(line["pegawai"], False) or line["kursi"] == "ya"
        traits[line["pegawai"]] = line
    return {
        trait: rates((str(traits[one][trait]), given) for one, given in seated.items())
        for trait in TRAITS
    }


def main(path: str) -> None:
    for trait, groups in of_seats(rows_of(load_workbook(path), "Permohonan")).items():
        for name, (asked, got, rate, ratio, short) in sorted(groups.items()):
            told = f"{float(100 * rate):.2f} % ({float(100 * ratio):.2f} %)"
            mark = " KURANG" if short else ""
            sys.stdout.write(f"{trait} {name}: {got}/{asked} {told}{mark}\n")


if __name__ == "__main__":
    main(sys.argv[1])
