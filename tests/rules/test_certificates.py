"""Numbers and codes, however they are typed."""

from __future__ import annotations

import pytest

from bot.rules.audit import code_of
from bot.rules.certificates import Asked, asked, find_code, link_argument, numbered

CODE = code_of(12, bytes(range(10)))


@pytest.mark.parametrize(
    "typed",
    [
        CODE, CODE.lower(), CODE.replace("-", " "), f"  {CODE.replace('0', 'O')} ",
        f"/start {link_argument(CODE)}", f"https://t.me/x_bot?start={link_argument(CODE)}",
        f"https://teladan.contoh.go.id/cek/{CODE}", f"kode {CODE}.",
    ],
)  # fmt: skip
def test_a_code_is_understood_as_people_type_and_scan_it(typed: str) -> None:
    assert asked(typed) == Asked(code=CODE)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("007/PGM/2026", ("award", 2026, 7)), ("Nomor: 007/pgm/2026", ("award", 2026, 7)),
        ("no. 12 / STF / 2026", ("training", 2026, 12)), ("1/LKT/2025", ("year", 2025, 1)),
    ],
)  # fmt: skip
def test_a_number_is_understood_as_well(typed: str, said: tuple[str, int, int]) -> None:
    found = asked(typed)
    assert found is not None
    assert (found.series, found.year, found.number) == said
    assert asked(numbered(*_swap(said))) == found


def _swap(said: tuple[str, int, int]) -> tuple[str, int, int]:
    return said[0], said[2], said[1]


@pytest.mark.parametrize(
    "typed",
    ["", "halo", "7/ABC/2026", "007/PGM", "12-7KQ2", "x" * 5000, "/start " + "A" * 22, "٣/PGM/٢"],
)
def test_what_is_neither_is_nothing(typed: str) -> None:
    assert asked(typed) is None


def test_one_wrong_letter_is_noticed() -> None:
    for at, letter in enumerate(CODE):
        if letter not in "-0O1IL":
            wrong = CODE[:at] + ("3" if letter != "3" else "4") + CODE[at + 1 :]
            assert find_code(wrong) is None, wrong
