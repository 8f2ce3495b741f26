"""Rosters of any size, right or with faults planted in known lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook

from bot.rules.roster import COLUMNS

SPAN, TOP = 12, 1
Cells = dict[str, str]


def nip(n: int) -> str:
    """The n-th of 400,000 true numbers, all different."""
    serial, n = n % 990 + 1, n // 990
    month, n = n % 12 + 1, n // 12
    return (
        f"{1970 + n % 30}{month:02d}{n // 30 % 28 + 1:02d}{2000 + n % 30}{month:02d}1{serial:03d}"
    )


def lines(count: int, units: int = 500) -> list[Cells]:
    """People in a tree of twelve to each superior, in a tree of units."""
    names = ["Badan Contoh", *(f"Unit {n:03d}" for n in range(1, units))]
    rows = []
    for n in range(count):
        at = min(n, n % units)
        rows.append(
            {
                "nip": nip(n), "nama": f"Pegawai {n:05d}", "jabatan": "Analis Kebijakan",
                "jenjang": "Ahli Muda", "golongan": "III/c", "unit": names[at],
                "unit_induk": names[(at - 1) // SPAN] if at else "",
                "atasan_nip": nip((n - 1) // SPAN) if n else "",
                "telepon": f"0812{n:08d}", "peran": "", "zona": "WIB" if not n else "",
            }
        )  # fmt: skip
    rows[0]["peran"] = "pimpinan"
    return rows


def as_csv(rows: Sequence[Cells], separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(COLUMNS)
    writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Sequence[Cells]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Pegawai")
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([row[column] or None for column in COLUMNS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@dataclass
class Planted:
    """Rows with faults in them: where (line of the file), in which column, by which code."""

    rows: list[Cells]
    faults: set[tuple[int, str, str]] = field(default_factory=set)

    def plant(self, at: int, column: str, value: str, code: str, *, where: str = "") -> None:
        self.rows[at][column] = value
        self.faults.add((at + 2, where or column, code))


def planted(count: int) -> Planted:
    """One of each kind of fault that a text can hold, spread over the file."""
    made = Planted(lines(count))
    rows, step = made.rows, count // 24
    spots = iter(range(step, count, step))
    wrong: list[tuple[str, str | Callable[[int], str], str]] = [
        ("nip", lambda at: rows[at - 1]["nip"], "twice"),
        ("nip", lambda at: rows[at]["nip"][:-3] + "000", "nip_serial"),
        ("nip", lambda at: rows[at]["nip"][:14] + "7" + rows[at]["nip"][15:], "nip_sex"),
        ("nip", lambda at: rows[at]["nip"][:-1], "nip_length"),
        ("nip", "19860231201505100A", "nip_not_digits"),
        ("nip", "1,98602E+17", "nip_number"),
        ("nip", "", "empty"),
        ("nama", "", "empty"),
        ("nama", "x" * 201, "too_long"),
        ("nama", "12345", "no_letters"),
        ("nama", "Se\u00c3\u00b1or", "spoilt_garbled"),
        ("jabatan", "=CONCAT(A1)", "spoilt_formula"),
        ("unit", "#REF!", "spoilt_error"),
        ("golongan", "V/a", "unknown_golongan"),
        ("zona", "WIX", "unknown_zona"),
        ("peran", "raja", "unknown_peran"),
        ("peran", "kepegawaian@Bulan", "unknown_scope"),
        ("telepon", "12", "phone"),
        ("telepon", lambda at: rows[at - 2]["telepon"], "phone_twice"),
        ("atasan_nip", nip(300_000), "unknown_superior"),
        ("unit", lambda at: rows[at]["unit"].upper(), "unit_twin"),
        ("atasan_nip", lambda at: rows[at]["nip"], "circle"),
    ]
    for (column, value, code), at in zip(wrong, spots, strict=False):
        made.plant(at, column, value if isinstance(value, str) else value(at), code)
    return made
