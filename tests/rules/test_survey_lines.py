"""Old surveys as files say them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.roster import Row
from bot.rules.surveys.elements import ELEMENTS, OLD_ELEMENTS
from bot.rules.surveys.grades import FOURTEEN, NINE
from bot.rules.surveys.lines import columns, read

TODAY = date(2026, 11, 23)
RIGHT = {"unit": "Dinas", "layanan": "KTP", "tanggal": "31/12/2025"} | dict.fromkeys(ELEMENTS, "3")


def faults_of(**changed: str) -> list[tuple[int, str, str]]:
    found = read([Row(2, {**RIGHT, **changed})], NINE, TODAY)
    return [(one.line, one.column, one.code) for one in found[1]]


def test_a_right_line() -> None:
    (line,), faults = read([Row(7, {**RIGHT, "waktu": "1", "komentar": "Lama"})], NINE, TODAY)
    assert not faults
    assert (line.line, line.day, line.comment) == (7, date(2025, 12, 31), "Lama")
    assert line.said == (3, 3, 1, 3, 3, 3, 3, 3, 3)


@pytest.mark.parametrize(
    "typed", ["31-12-2025", "31.12.2025", "2025-12-31", "2025-12-31T00:00:00"]
)
def test_days_as_offices_write_them(typed: str) -> None:
    assert read([Row(2, {**RIGHT, "tanggal": typed})], NINE, TODAY)[0][0].day == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("unit", "", "empty"), ("waktu", "", "empty"), ("waktu", "5", "not_a_level"),
        ("waktu", "0", "not_a_level"), ("waktu", "baik", "not_a_level"),
        ("waktu", "3,5", "not_a_level"), ("tanggal", "31/02/2025", "not_a_day"),
        ("tanggal", "kemarin", "not_a_day"), ("tanggal", "24/11/2026", "day_out_of_reach"),
        ("tanggal", "31/12/1999", "day_out_of_reach"), ("jenis", "lain", "unknown_kind"),
        ("komentar", "x" * 1001, "too_long_for"), ("layanan", "x" * 61, "too_long_for"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(column: str, typed: str, code: str) -> None:
    assert faults_of(**{column: typed}) == [(2, column, code)]


def test_every_fault_of_a_line_at_once() -> None:
    found = faults_of(unit="", waktu="9", biaya="")
    assert [column for _, column, _ in found] == ["unit", "waktu", "biaya"]


def test_fourteen_elements() -> None:
    assert columns(FOURTEEN) == ("unit", "layanan", "tanggal", *OLD_ELEMENTS)
    old = {"unit": "Dinas", "layanan": "KTP", "tanggal": "31/12/2012"}
    lines, faults = read([Row(2, old | dict.fromkeys(OLD_ELEMENTS, "4"))], FOURTEEN, TODAY)
    assert (len(lines[0].said), faults) == (14, [])
