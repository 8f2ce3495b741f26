"""Every fault that is planted in a big file is found where it stands, and nothing else is."""

from __future__ import annotations

import io
import random
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from bot.actions import roster
from bot.actions.roster import working
from bot.rules.roster import COLUMNS
from bot.texts.roster.faults import fault
from storage.database import Database
from storage.employees import Employee
from tests.actions.test_roster import NOW, TODAY
from tests.rosters import as_csv, as_xlsx, lines, nip, planted

SIZE = 3_000


@pytest.mark.parametrize("dress", ["csv", "semicolons", "utf16", "xlsx"])
def test_planted_faults_are_found_and_no_others(sqlite: Database, dress: str) -> None:
    made = planted(SIZE)
    content = {
        "csv": lambda: as_csv(made.rows),
        "semicolons": lambda: as_csv(made.rows, ";", "utf-8-sig"),
        "utf16": lambda: as_csv(made.rows, "\t", "utf-16"),
        "xlsx": lambda: as_xlsx(made.rows),
    }[dress]()
    rows = working.read_file(content)
    with sqlite.transaction() as session:
        found = roster.check(session, rows, TODAY)
    told = {(one.line, one.column, one.code) for one in found.faults}
    # Whoever answers to somebody whose own number is spoilt answers to nobody that is known.
    spoilt = {row["nip"] for row in lines(SIZE)} - {row["nip"] for row in made.rows}
    orphans = {
        (at + 2, "atasan_nip", "unknown_superior")
        for at, row in enumerate(made.rows)
        if row["atasan_nip"] in spoilt
    }
    assert told - orphans == made.faults
    assert found.changes == []


def test_a_circle_through_many_is_told_by_its_beginning(sqlite: Database) -> None:
    rows = lines(60)
    for at in range(59):
        rows[at]["atasan_nip"] = rows[at + 1]["nip"]
    rows[59]["atasan_nip"] = rows[0]["nip"]
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(as_csv(rows), "x"), TODAY)
    assert len(found.faults) == 1
    assert found.faults[0].detail.startswith("Pegawai 00000 → Pegawai 00001 → ")
    assert found.faults[0].detail.endswith("… → Pegawai 00000")


def test_units_in_a_circle_are_told(sqlite: Database) -> None:
    rows = lines(30, units=3)
    for row in rows:
        row["unit_induk"] = {"Badan Contoh": "Unit 001", "Unit 001": "Unit 002"}.get(
            row["unit"], "Badan Contoh"
        )
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(as_csv(rows), "x"), TODAY)
    assert [one.code for one in found.faults] == ["unit_circle"]


def test_one_fault_in_hundreds_of_lines_hides_no_other(sqlite: Database) -> None:
    rows = lines(300, units=1)
    for row in rows[1:]:
        row["atasan_nip"] = nip(999)  # who is nowhere: the head's own line was mistyped
    rows[280]["zona"] = "WIX"
    with sqlite.transaction() as session:
        told = roster.report(roster.check(session, roster.read(as_csv(rows), "x"), TODAY))
    assert told[0].startswith("Ditemukan 300 kesalahan")
    assert told[1].startswith("Baris 3, kolom atasan_nip: tidak ada di berkas ini")
    assert told[2] == "  sama di baris 4, 5, 6, 7, 8 dan 293 baris lagi"
    assert told[3].startswith("Baris 282, kolom zona: “WIX” tidak dikenal")
    assert "--report laporan.csv" in told[4]
    assert len(told) == 5


def workbook(rows: list[list[Any]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [list(COLUMNS), *rows]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(at: int, **changed: Any) -> list[Any]:
    usual: dict[str, Any] = {**lines(at + 1, units=1)[at], "zona": "", "peran": ""}
    return [{**usual, **changed}[column] or None for column in COLUMNS]


def test_what_a_spreadsheet_does_to_cells_is_told(sqlite: Database) -> None:
    rows = [
        cells(0),
        cells(1, jabatan=datetime(2026, 3, 1)),  # noqa: DTZ001 - as a workbook holds it
        cells(2, telepon=81234567890),
        cells(3, nip=float(nip(3))),
        [None] * len(COLUMNS),
        cells(5, unit='=CONCAT("Badan"," Contoh")'),
        cells(6, nama="  Pegawai \u200b 00006\u202e  "),
        cells(7, telepon="'081234567899"),
        [*cells(8), "lebih"],
    ]
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(workbook(rows), "x"), TODAY)
    told = {(one.line, one.column, one.code) for one in found.faults}
    assert told == {
        (3, "jabatan", "spoilt_date"),
        (5, "nip", "nip_number"),
        (7, "unit", "spoilt_formula"),
        (10, "", "spoilt_surplus"),
    }
    names = {one.line: one.name for one in found.entries}
    phones = {one.line: one.phone for one in found.entries}
    assert names[8] == "Pegawai 00006"
    assert (phones[4], phones[9]) == ("+6281234567890", "+6281234567899")


def test_digits_kept_as_text_in_csv_are_read() -> None:
    content = as_csv(lines(1)).replace(nip(0).encode(), f'="{nip(0)}"'.encode(), 1)
    quoted = content.replace(f'="{nip(0)}"'.encode(), f'"=""{nip(0)}"""'.encode())
    assert roster.read(quoted, "x")[0]["nip"] == nip(0)


def test_a_column_twice_is_refused() -> None:
    content = as_csv(lines(1)).replace(b"nip,nama", b"nip,nip,nama", 1)
    with pytest.raises(roster.Unreadable) as refused:
        roster.read(content, "x")
    assert (refused.value.code, refused.value.columns) == ("twice", ("nip",))


def test_a_telephone_of_somebody_outside_the_file_is_told(sqlite: Database) -> None:
    rows = lines(3, units=1)
    with sqlite.transaction() as session:
        roster.apply(session, roster.read(as_csv(rows), "x"), NOW)
    other = {
        **rows[0],
        "nip": nip(9),
        "atasan_nip": "",
        "peran": "",
        "telepon": rows[2]["telepon"],
    }
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(as_csv([other]), "x"), TODAY)
    assert [(one.column, one.code, one.detail) for one in found.faults] == [
        ("telepon", "phone_taken", "Pegawai 00002")
    ]


def test_changes_are_told_person_by_person(sqlite: Database) -> None:
    rows = lines(40, units=3)
    with sqlite.transaction() as session:
        roster.apply(session, roster.read(as_csv(rows), "x"), NOW)
    random.Random(4).shuffle(rows)
    by_name = {row["nama"]: row for row in rows}
    by_name["Pegawai 00030"]["atasan_nip"] = nip(0)
    by_name["Pegawai 00031"]["jabatan"] = "Arsiparis"
    by_name["Pegawai 00032"]["peran"] = "kepegawaian"
    by_name["Pegawai 00033"]["telepon"] = "081299999999"
    rows.remove(by_name["Pegawai 00039"])
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(as_csv(rows), "x"), TODAY)
    told = {(one.kind.value, one.name) for one in found.changes}
    assert told == {
        ("moved", "Pegawai 00030"),
        ("changed", "Pegawai 00031"),
        ("roles", "Pegawai 00032"),
        ("changed", "Pegawai 00033"),
    }
    assert [one.name for one in found.missing] == ["Pegawai 00039"]
    assert "081299999999" not in repr(found.changes)


def test_what_was_found_is_not_written_over_another_roster(database: Database) -> None:
    rows = roster.read(as_csv(lines(5, units=1)), "x")
    with database.transaction() as session:
        found = roster.check(session, rows, TODAY)
    with database.transaction() as session:
        assert roster.is_current(session, found, TODAY)
        roster.write(session, found, NOW)
    with database.transaction() as session:
        assert not roster.is_current(session, found, TODAY)
        person = session.get(Employee, 1)
        assert person is not None
        person.left_on = date(2026, 8, 1)


def test_a_degree_s_dot_ends_the_sentence() -> None:
    said = fault(3, "telepon", "phone_taken", "Budi Santoso, S.Sos.")
    assert "S.Sos. Satu nomor" in said
    assert "S.Sos., yang" in fault(3, "atasan_nip", "superior_leaves", "Budi Santoso, S.Sos.")
