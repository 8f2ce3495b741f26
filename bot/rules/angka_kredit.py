"""Angka kredit from the predikat: PermenPANRB 1/2023 and Peraturan BKN 3/2023."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.predikat import Predikat

MONTHS = 12
CEILING = 150


class Jenjang(StrEnum):
    """Level of a functional post: keterampilan, then keahlian."""

    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"
    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"


PERCENT = {
    Predikat.SANGAT_BAIK: 150,
    Predikat.BAIK: 100,
    Predikat.BUTUH_PERBAIKAN: 75,
    Predikat.KURANG: 50,
    Predikat.SANGAT_KURANG: 25,
}
COEFFICIENT = {
    Jenjang.PEMULA: Decimal("3.75"),
    Jenjang.TERAMPIL: Decimal(5),
    Jenjang.MAHIR: Decimal("12.5"),
    Jenjang.PENYELIA: Decimal(25),
    Jenjang.AHLI_PERTAMA: Decimal("12.5"),
    Jenjang.AHLI_MUDA: Decimal(25),
    Jenjang.AHLI_MADYA: Decimal("37.5"),
    Jenjang.AHLI_UTAMA: Decimal(50),
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """Angka kredit for one step of `ranks` (pangkat), and for the next jenjang if there is one."""

    ranks: tuple[str, ...]
    for_rank: int
    for_next: int | None


# The slides of BKN print Terampil and Mahir swapped; here each rank is four years at Baik.
REQUIREMENTS = {
    Jenjang.PEMULA: Requirement(("II/a",), 15, 15),
    Jenjang.TERAMPIL: Requirement(("II/b", "II/c", "II/d"), 20, 60),
    Jenjang.MAHIR: Requirement(("III/a", "III/b"), 50, 100),
    Jenjang.PENYELIA: Requirement(("III/c", "III/d"), 100, None),
    Jenjang.AHLI_PERTAMA: Requirement(("III/a", "III/b"), 50, 100),
    Jenjang.AHLI_MUDA: Requirement(("III/c", "III/d"), 100, 200),
    Jenjang.AHLI_MADYA: Requirement(("IV/a", "IV/b", "IV/c"), 150, 450),
    Jenjang.AHLI_UTAMA: Requirement(("IV/d", "IV/e"), 200, None),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Months of one calendar year in one jenjang with one predikat; ValueError outside 1 to 12."""

    jenjang: Jenjang
    predikat: Predikat
    months: int = MONTHS

    def __post_init__(self) -> None:
        if not 1 <= self.months <= MONTHS:
            raise ValueError("a part of a year has 1 to 12 months")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far `collected` reaches; what is missing is never below zero.

    `next_missing` is None in the highest jenjang of its category. Enough credit is one condition
    of several (test of competence, open formation): advice, never a decision.
    """

    collected: Decimal
    rank_missing: Decimal
    next_missing: Decimal | None


def credit(part: Part) -> Decimal:
    """Months / 12 x percent of the predikat x coefficient of a year, half up to hundredths."""
    return half_up(_exact(part, PERCENT[part.predikat]))


def year_credit(parts: Iterable[Part]) -> Decimal:
    """What the parts of one calendar year give together: the sum of what each part shows.

    Never above 150 % of the coefficient over the same months. ValueError for more than 12 months.
    """
    listed = list(parts)
    if sum(part.months for part in listed) > MONTHS:
        raise ValueError("a year has 12 months")
    ceiling = half_up(sum((_exact(part, CEILING) for part in listed), Fraction()))
    return min(sum(map(credit, listed), Decimal("0.00")), ceiling)


def standing(jenjang: Jenjang, collected: Decimal) -> Standing:
    """What is missing for the next rank and the next jenjang; `collected` since entering it.

    For the next rank: counted from the last rank reached inside the jenjang.
    """
    need = REQUIREMENTS[jenjang]
    rest = max(Decimal("0.00"), need.for_rank - collected)
    above = None if need.for_next is None else max(Decimal("0.00"), need.for_next - collected)
    return Standing(collected, rest, above)


def _exact(part: Part, percent: int) -> Fraction:
    return Fraction(COEFFICIENT[part.jenjang]) * percent * part.months / (100 * MONTHS)
