"""Which conditions of a promotion (kenaikan pangkat, kenaikan jenjang) are met, and the forecast.

Always advice: the formation, the papers and the decision lie with people. PP 99/2000 jo. 12/2002;
PermenPANRB 1/2023 and Peraturan BKN 3/2023 for functional posts; PP 94/2021 for penalties.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import ceil

from bot.rules.angka_kredit import (
    COEFFICIENT,
    MONTHS,
    PERCENT,
    REQUIREMENTS,
    Jenjang,
)
from bot.rules.career.facts import Known, next_rank
from bot.rules.predikat import Predikat

REGULAR_YEARS, FUNCTIONAL_YEARS = 4, 2
GOOD = frozenset({Predikat.BAIK, Predikat.SANGAT_BAIK})
YEARS_LOOKED_AT = 2
LONGEST_FORECAST = 480  # months: nobody serves longer
_NEXT = {
    Jenjang.PEMULA: Jenjang.TERAMPIL, Jenjang.TERAMPIL: Jenjang.MAHIR,
    Jenjang.MAHIR: Jenjang.PENYELIA, Jenjang.AHLI_PERTAMA: Jenjang.AHLI_MUDA,
    Jenjang.AHLI_MUDA: Jenjang.AHLI_MADYA, Jenjang.AHLI_MADYA: Jenjang.AHLI_UTAMA,
}  # fmt: skip


class Path(StrEnum):
    """Which promotion comes next: by time, by credit inside the jenjang, to the next jenjang."""

    REGULAR = "regular"
    FUNCTIONAL = "functional"
    JENJANG = "jenjang"
    NONE_PPPK = "none_pppk"  # a PPPK has no rank to rise in
    HIGHEST = "highest"


class Kind(StrEnum):
    RANK_YEARS = "rank_years"
    PREDIKAT = "predikat"
    CREDIT = "credit"
    EXAM = "exam"
    PENALTY = "penalty"


@dataclass(frozen=True, slots=True)
class Condition:
    """`met` None: not on record. `day`: from when, or until when; `have`, `need`: credit;
    `years`: the years asked for, each with its predikat or None."""

    kind: Kind
    met: bool | None
    day: date | None = None
    have: Decimal | None = None
    need: Decimal | None = None
    years: tuple[tuple[int, Predikat | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Promotion:
    """The next step: `rank` or `jenjang` that it leads to, and what it asks."""

    path: Path
    rank: str | None
    jenjang: Jenjang | None
    conditions: tuple[Condition, ...]

    @property
    def ready(self) -> bool:
        """All that can be known here is met."""
        return bool(self.conditions) and all(one.met for one in self.conditions)


@dataclass(frozen=True, slots=True)
class Forecast:
    """With this predikat every year, the credit is reached in so many months; None: never."""

    predikat: Predikat
    months: int | None


def promotion(known: Known, jenjang: Jenjang | None, today: date) -> Promotion:
    """What comes next for somebody, and how far the conditions are met today."""
    rank = next_rank(known.rank)
    if known.pppk:
        return Promotion(Path.NONE_PPPK, None, None, ())
    if jenjang is not None and known.rank in REQUIREMENTS[jenjang].ranks[-1:]:
        above = _NEXT.get(jenjang)
        path = Path.HIGHEST if above is None else Path.JENJANG
        asked = () if above is None else conditions(path, known, jenjang, today)
        return Promotion(path, None, above, asked)
    if rank is None:
        return Promotion(Path.HIGHEST, None, None, ())
    path = Path.REGULAR if jenjang is None else Path.FUNCTIONAL
    return Promotion(path, rank, None, conditions(path, known, jenjang, today))


def conditions(
    path: Path, known: Known, jenjang: Jenjang | None, today: date
) -> tuple[Condition, ...]:
    """Each condition of that path, in the order in which a person reads them."""
    asked: list[Condition] = []
    if path is Path.REGULAR:
        asked.append(_years_in_rank(known, REGULAR_YEARS, today))
    elif path is Path.FUNCTIONAL and jenjang is not None:
        asked.append(_years_in_rank(known, FUNCTIONAL_YEARS, today))
        asked.append(_credit(known.since_rank, REQUIREMENTS[jenjang].for_rank))
    elif path is Path.JENJANG and jenjang is not None:
        need = REQUIREMENTS[jenjang].for_next
        assert need is not None
        asked.append(_credit(known.credit, need))
        passed = known.exam is not None and (
            known.post_since is None or known.exam >= known.post_since
        )
        asked.append(Condition(Kind.EXAM, True if passed else None, day=known.exam))
    asked.append(_predikat(known, today))
    held_back = known.penalty_until is not None and known.penalty_until >= today
    asked.append(Condition(Kind.PENALTY, not held_back, day=known.penalty_until))
    return tuple(asked)


def forecast(jenjang: Jenjang, missing: Decimal) -> Sequence[Forecast]:
    """Whole months until `missing` is earned at Sangat Baik, Baik and Butuh Perbaikan."""
    told = []
    for predikat in (Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN):
        yearly = COEFFICIENT[jenjang] * PERCENT[predikat] / 100
        months = max(0, ceil(missing * MONTHS / yearly))
        told.append(Forecast(predikat, months if months <= LONGEST_FORECAST else None))
    return told


def _years_in_rank(known: Known, years: int, today: date) -> Condition:
    if known.rank_since is None:
        return Condition(Kind.RANK_YEARS, None)
    due = _years_after(known.rank_since, years)
    return Condition(Kind.RANK_YEARS, due <= today, day=due)


def _credit(have: Decimal | None, need: int) -> Condition:
    met = None if have is None else have >= need
    return Condition(Kind.CREDIT, met, have=have, need=Decimal(need))


def _predikat(known: Known, today: date) -> Condition:
    """At least Baik in each of the last two years (PP 99/2000 art. 13)."""
    years = tuple(range(today.year - YEARS_LOOKED_AT, today.year))
    had = tuple((year, known.predikat.get(year)) for year in years)
    if any(one is not None and one not in GOOD for _, one in had):
        met: bool | None = False
    else:
        met = None if any(one is None for _, one in had) else True
    return Condition(Kind.PREDIKAT, met, years=had)


def years_before(day: date, years: int) -> date:
    """The newest day from which so many years have passed; 29 February becomes 28."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _years_after(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
