"""Lines of career records: what each kind demands, and what is wrong with the others."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.career.lines import COLUMNS, FURTHER, lines
from bot.rules.career.sorts import FACTS, PAST, PENALTIES, Sort
from bot.rules.roster import Row

TODAY = date(2026, 11, 20)
NIP, PPPK = "199003032015032003", "199003032022212003"
NAMES = ("jenis", "nilai", "tanggal", "sampai", "keterangan", "jalur")
SK = "SK 821/12/2024 tentang hukuman"


def row(*cells: str, line: int = 2) -> Row:
    return Row(line, {"nip": NIP, **dict(zip(NAMES, cells, strict=False))})


def faults(*cells: str) -> list[tuple[str, str]]:
    return [(one.column, one.code) for one in lines([row(*cells)], TODAY)[1]]


@pytest.mark.parametrize(
    ("cells", "value", "day"),
    [
        (("Pangkat", "iii b", "1/4/2022"), "III/b", date(2022, 4, 1)),
        (("jabatan", "Analis Kebijakan", "2022-04-01T00:00:00"), "Analis Kebijakan",
         date(2022, 4, 1)),
        (("jenjang", "Ahli Muda", "01.04.2022", "", "SK 1"), "Ahli Muda", date(2022, 4, 1)),
        (("pendidikan", "s1", "1/8/2014", "", "Administrasi, UNDIP"), "S-1", date(2014, 8, 1)),
        (("pendidikan", "D3", "1/8/2014"), "D-III", date(2014, 8, 1)),
        (("angka kredit", "37,5", "31/12/2025"), "37.50", date(2025, 12, 31)),
        (("uji-kompetensi", "", "31/12/2025"), "", date(2025, 12, 31)),
        (("predikat", "sangat baik", "2024"), "sangat_baik", date(2024, 12, 31)),
        (("predikat", "Baik", "30/06/2023"), "baik", date(2023, 12, 31)),
        (("integritas", "85", "1/3/2026"), "85.00", date(2026, 3, 1)),
        (("pelatihan", "24 JP", "1/3/2019", "", "Pelayanan prima", "e-learning"),
         "Pelayanan prima", date(2019, 3, 1)),
        (("pangkat", "-", "1/4/2022"), "-", date(2022, 4, 1)),
    ],
)  # fmt: skip
def test_each_kind_is_read(cells: tuple[str, ...], value: str, day: date) -> None:
    (found,), wrong = lines([row(*cells)], TODAY)
    assert (found.value, found.day, wrong) == (value, day, [])


def test_hours_and_penalties_have_more_to_say() -> None:
    rows = [
        row("pelatihan", "6 jam", "1/3/2019", "", "Pelayanan prima"),
        row("hukuman_sedang", "", "1/3/2026", "28/2/2027", SK),
    ]
    (training, penalty), wrong = lines(rows, TODAY)
    assert (training.minutes, training.way, wrong) == (360, "pelatihan", [])
    assert (penalty.until, penalty.note) == (date(2027, 2, 28), SK)


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        (("", "x", "1/4/2022"), "jenis", "empty"),
        (("gelar", "x", "1/4/2022"), "jenis", "unknown_sort"),
        (("pangkat", "", "1/4/2022"), "nilai", "empty"),
        (("pangkat", "V/x", "1/4/2022"), "nilai", "unknown_golongan"),
        (("pangkat", "III/b", "1/4/2027"), "tanggal", "day_outside"),
        (("pangkat", "III/b", "kemarin"), "tanggal", "not_a_day"),
        (("pangkat", "III/b", ""), "tanggal", "empty"),
        (("pangkat", "III/b", "1/4/2022", "2/4/2022"), "sampai", "not_wanted"),
        (("jabatan", "A" * 201, "1/4/2022"), "nilai", "too_long_for"),
        (("jabatan", "Analis", "1/4/2022", "", "", "seminar"), "jalur", "not_wanted"),
        (("pendidikan", "Diploma", "1/4/2022"), "nilai", "unknown_education"),
        (("angka_kredit", "banyak", "1/4/2022"), "nilai", "odd_figure"),
        (("angka_kredit", "2500", "1/4/2022"), "nilai", "odd_range"),
        (("kompetensi", "101", "1/4/2022"), "nilai", "odd_range"),
        (("predikat", "Lumayan", "2024"), "nilai", "odd_predikat"),
        (("predikat", "Baik", "2026"), "tanggal", "year_outside"),
        (("predikat", "Baik", ""), "tanggal", "empty"),
        (("hukuman_berat", "", "1/4/2022", "", SK), "sampai", "empty"),
        (("hukuman_berat", "", "1/4/2022", "1/3/2022", SK), "sampai", "ends_outside"),
        (("hukuman_berat", "", "1/4/2022", "1/4/2023", "SK"), "keterangan", "ground_wanted"),
        (("pelatihan", "dua hari", "1/4/2022", "", "Pelayanan prima"), "nilai", "odd_hours"),
        (("pelatihan", "24 JP", "1/4/2022"), "keterangan", "title_wanted"),
        (("pelatihan", "24 JP", "1/4/2022", "", "Pelayanan", "tidur"), "jalur", "unknown_way"),
    ],
)  # fmt: skip
def test_each_fault_names_its_column(cells: tuple[str, ...], column: str, code: str) -> None:
    assert faults(*cells) == [(column, code)]


def test_a_line_may_not_be_said_twice_but_a_history_has_many_days() -> None:
    rows = [
        row("pangkat", "III/a", "1/4/2018", line=2), row("pangkat", "III/b", "1/4/2022", line=3),
        row("pangkat", "III/b", "1/4/2022", line=4), row("kompetensi", "70", "1/4/2022", line=5),
        row("kompetensi", "75", "1/4/2023", line=6),
    ]  # fmt: skip
    wrong = lines(rows, TODAY)[1]
    assert [(one.line, one.code, one.detail) for one in wrong] == [
        (4, "line_twice", "3"), (6, "line_twice", "5"),
    ]  # fmt: skip


def test_a_number_of_a_sheet_and_a_spoilt_cell_are_told_at_once() -> None:
    lost = Row(2, {"nip": NIP, "jenis": "pangkat"}, frozenset({"nip"}))
    dated = Row(3, {"nip": PPPK, "jenis": "angka_kredit"}, spoilt=(("nilai", "date"),))
    wrong = lines([lost, dated], TODAY)[1]
    assert [(one.line, one.code) for one in wrong] == [(2, "nip_number"), (3, "spoilt_date")]


def test_every_kind_is_stored_somewhere() -> None:
    assert {*FACTS, *PAST, *PENALTIES, Sort.TRAINING} == set(Sort)
    assert len({*COLUMNS, *FURTHER}) == 7
