"""The forty cells, parts of a year, the ceiling, and what is required in all."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.angka_kredit import (
    COEFFICIENT,
    REQUIREMENTS,
    Jenjang,
    Part,
    credit,
    standing,
    year_credit,
)
from bot.rules.predikat import Predikat

TABLE = """
pemula 5.63 3.75 2.81 1.88 0.94
terampil 7.50 5.00 3.75 2.50 1.25
mahir 18.75 12.50 9.38 6.25 3.13
penyelia 37.50 25.00 18.75 12.50 6.25
ahli_pertama 18.75 12.50 9.38 6.25 3.13
ahli_muda 37.50 25.00 18.75 12.50 6.25
ahli_madya 56.25 37.50 28.13 18.75 9.38
ahli_utama 75.00 50.00 37.50 25.00 12.50
"""
CELLS = [
    (Jenjang(name), predikat, cell)
    for name, *cells in map(str.split, TABLE.strip().splitlines())
    for predikat, cell in zip(Predikat, cells, strict=True)
]
PERTAMA, MUDA = Jenjang.AHLI_PERTAMA, Jenjang.AHLI_MUDA
SB, B = Predikat.SANGAT_BAIK, Predikat.BAIK
PARTS = st.builds(Part, st.sampled_from(Jenjang), st.sampled_from(Predikat), st.integers(1, 12))


def test_there_are_forty_cells() -> None:
    assert len(CELLS) == 40


@pytest.mark.parametrize(("jenjang", "predikat", "cell"), CELLS)
def test_a_whole_year(jenjang: Jenjang, predikat: Predikat, cell: str) -> None:
    assert str(credit(Part(jenjang, predikat))) == cell


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Part(PERTAMA, B, 2), "2.08"),
        (Part(Jenjang.PEMULA, B, 3), "0.94"),
        (Part(Jenjang.TERAMPIL, B, 3), "1.25"),
        (Part(Jenjang.MAHIR, B, 3), "3.13"),
        (Part(PERTAMA, B, 3), "3.13"),
        (Part(Jenjang.PENYELIA, B, 3), "6.25"),
        (Part(MUDA, B, 3), "6.25"),
        (Part(Jenjang.AHLI_MADYA, B, 3), "9.38"),
        (Part(Jenjang.AHLI_UTAMA, B, 3), "12.50"),
        (Part(PERTAMA, SB, 1), "1.56"),
        (Part(Jenjang.PEMULA, Predikat.SANGAT_KURANG, 1), "0.08"),
    ],
)
def test_a_part_of_a_year(part: Part, shown: str) -> None:
    assert str(credit(part)) == shown


def test_the_official_sums() -> None:
    year, start = credit(Part(PERTAMA, SB)), credit(Part(PERTAMA, B, 2))
    assert year + start == Decimal("20.83")
    assert sum(year_credit([Part(MUDA, B)]) for _ in range(3)) == 75
    assert year_credit([Part(MUDA, SB)]) == Decimal("37.50")


def test_a_year_in_two_levels() -> None:
    assert year_credit([Part(PERTAMA, B, 6), Part(MUDA, SB, 6)]) == Decimal("25.00")


def test_rounded_months_never_pass_the_ceiling() -> None:
    months = [Part(Jenjang.PEMULA, SB, 1)] * 12
    assert sum(map(credit, months)) == Decimal("5.64")
    assert year_credit(months) == Decimal("5.63")


def test_an_empty_year_gives_nothing() -> None:
    assert str(year_credit([])) == "0.00"


@pytest.mark.parametrize("months", [0, -1, 13])
def test_no_other_number_of_months(months: int) -> None:
    with pytest.raises(ValueError, match="1 to 12"):
        Part(PERTAMA, B, months)


def test_a_year_has_twelve_months() -> None:
    with pytest.raises(ValueError, match="12 months"):
        year_credit([Part(PERTAMA, B, 7), Part(MUDA, B, 6)])


@given(PARTS)
def test_half_up_to_the_hundredth(part: Part) -> None:
    percent = dict(zip(Predikat, (150, 100, 75, 50, 25), strict=True))[part.predikat]
    exact = Fraction(COEFFICIENT[part.jenjang]) * percent * part.months / 1200
    off = Fraction(credit(part)) - exact
    assert -Fraction(1, 200) < off <= Fraction(1, 200)


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_more_months_or_a_better_predikat_never_give_less(jenjang: Jenjang) -> None:
    table = [[credit(Part(jenjang, p, months)) for p in Predikat] for months in range(1, 13)]
    assert all(row == sorted(row, reverse=True) for row in table)
    assert all(list(column) == sorted(column) for column in zip(*table, strict=True))


@given(st.lists(PARTS.map(lambda part: replace(part, months=1)), max_size=12))
def test_a_year_never_passes_its_ceiling(parts: list[Part]) -> None:
    highest = max((Fraction(COEFFICIENT[p.jenjang]) for p in parts), default=Fraction())
    ceiling = highest * len(parts) / 8
    assert Fraction(year_credit(parts)) <= ceiling + Fraction(1, 200)


@pytest.mark.parametrize(
    ("jenjang", "for_rank", "for_next"),
    [
        (Jenjang.PEMULA, 15, 15),
        (Jenjang.TERAMPIL, 20, 60),
        (Jenjang.MAHIR, 50, 100),
        (Jenjang.PENYELIA, 100, None),
        (PERTAMA, 50, 100),
        (MUDA, 100, 200),
        (Jenjang.AHLI_MADYA, 150, 450),
        (Jenjang.AHLI_UTAMA, 200, None),
    ],
)
def test_requirements(jenjang: Jenjang, for_rank: int, for_next: int | None) -> None:
    need = REQUIREMENTS[jenjang]
    assert (need.for_rank, need.for_next) == (for_rank, for_next)
    assert for_rank == 4 * COEFFICIENT[jenjang]
    assert for_next in (None, for_rank * len(need.ranks))


@pytest.mark.parametrize(
    ("jenjang", "collected", "rank", "above"),
    [
        (PERTAMA, "0", "50", "100"),
        (PERTAMA, "20.83", "29.17", "79.17"),
        (PERTAMA, "50.00", "0", "50"),
        (PERTAMA, "120.00", "0", "0"),
        (Jenjang.AHLI_UTAMA, "199.99", "0.01", None),
    ],
)
def test_standing(jenjang: Jenjang, collected: str, rank: str, above: str | None) -> None:
    found = standing(jenjang, Decimal(collected))
    assert found.rank_missing == Decimal(rank)
    assert found.next_missing == (None if above is None else Decimal(above))
