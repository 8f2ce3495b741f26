"""Hours of learning (JP): what counts, over which year, and how it spreads over 70:20:10.

Everybody learns at least 20 JP a year, 1 JP being 45 minutes (PerLAN 5/2018, 10/2018). A PPPK has
at most 24 JP in a year of the agreement (PerLAN 15/2020).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.nip import FIRST_AGREEMENT
from bot.rules.numbers import half_up

MINUTES = 45
LEAP = (2, 29)


class Form(StrEnum):
    """Face to face with a curriculum, or otherwise (PerLAN 10/2018)."""

    CLASSICAL = "klasikal"
    OTHER = "nonklasikal"


class Part(StrEnum):
    """70 % from experience, 20 % from others, 10 % from formal learning."""

    EXPERIENCE = "experience"
    SOCIAL = "social"
    FORMAL = "formal"


AIM = {Part.EXPERIENCE: 70, Part.SOCIAL: 20, Part.FORMAL: 10}
CLASSICAL = (
    "pelatihan", "seminar", "lokakarya", "kursus", "penataran", "bimbingan_teknis", "sosialisasi",
)  # fmt: skip
OTHERS = {
    "e_learning": Part.FORMAL,
    "pelatihan_jarak_jauh": Part.FORMAL,
    "belajar_mandiri": Part.FORMAL,
    "coaching": Part.SOCIAL,
    "mentoring": Part.SOCIAL,
    "komunitas_belajar": Part.SOCIAL,
    "alam_terbuka": Part.SOCIAL,
    "magang": Part.EXPERIENCE,
    "detasering": Part.EXPERIENCE,
    "patok_banding": Part.EXPERIENCE,
    "pertukaran": Part.EXPERIENCE,
    "penugasan": Part.EXPERIENCE,
}
PART = {**dict.fromkeys(CLASSICAL, Part.FORMAL), **OTHERS}
FORM = {**dict.fromkeys(CLASSICAL, Form.CLASSICAL), **dict.fromkeys(OTHERS, Form.OTHER)}


MOST_MINUTES = 100_000
_AMOUNT = re.compile(
    r"([0-9]{1,6}(?:[.,][0-9]{1,2})?)\s*(jp|menit|jam|minutes?|hours?)?", re.IGNORECASE
)
_EACH = {
    "jp": MINUTES, "menit": 1, "minute": 1, "minutes": 1, "jam": 60, "hour": 60, "hours": 60,
}  # fmt: skip


def read(said: str) -> int | None:
    """`8 JP`, `7,5`, `6 jam` or `360 menit`, in minutes; None for what makes no whole minutes.

    In English, too: `6 hours`.
    """
    found = _AMOUNT.fullmatch(said.strip())
    if found is None:
        return None
    minutes = Decimal(found[1].replace(",", ".")) * _EACH[(found[2] or "jp").lower()]
    return int(minutes) if minutes == int(minutes) and 0 < minutes <= MOST_MINUTES else None


def jp(minutes: int) -> Decimal:
    """Minutes as JP with two decimals: 900 are 20, 899 are 19.98."""
    return half_up(Fraction(minutes, MINUTES))


@dataclass(frozen=True, slots=True)
class Hours:
    """What a person learned in a year against what is asked, in minutes; `most` 0: no ceiling."""

    minutes: int
    asked: int
    most: int = 0

    @property
    def met(self) -> bool:
        """By minutes, never by the rounded number."""
        return self.minutes >= self.asked

    @property
    def missing(self) -> int:
        return max(0, self.asked - self.minutes)

    def passes(self, more: int = 0) -> bool:
        """Whether so many minutes more would pass the ceiling of a PPPK."""
        return bool(self.most) and self.minutes + more > self.most


def is_pppk(nip: str) -> bool:
    """By digits 13 and 14, the number of the agreement."""
    digits = nip[12:14]
    return digits.isdecimal() and int(digits) >= FIRST_AGREEMENT


def calendar_year(today: date) -> tuple[date, date]:
    return date(today.year, 1, 1), date(today.year, 12, 31)


def agreement_year(starts_on: date | None, today: date) -> tuple[date, date]:
    """The first and last day of the year of agreement that holds today.

    Unknown: the calendar year. An agreement of 29 February begins its years on 1 March where
    there is none.
    """
    if starts_on is None:
        return calendar_year(today)
    first = _in_year(starts_on, today.year)
    if first > today:
        first = _in_year(starts_on, today.year - 1)
    return first, _in_year(starts_on, first.year + 1) - timedelta(days=1)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        assert (day.month, day.day) == LEAP
        return date(year, 3, 1)


def spread(learned: Iterable[tuple[str, int]]) -> Mapping[Part, int]:
    """Minutes by part of 70:20:10, all three named."""
    found = dict.fromkeys(Part, 0)
    for part, minutes in learned:
        found[Part(part)] += minutes
    return found


def shares(found: Mapping[Part, int]) -> dict[Part, int]:
    """Whole percent that add up to 100; all 0 where nothing was learned."""
    whole = sum(found.values())
    if not whole:
        return dict.fromkeys(Part, 0)
    cut = {part: divmod(found[part] * 100, whole) for part in Part}
    told = {part: units for part, (units, _) in cut.items()}
    lost = sorted(Part, key=lambda part: -cut[part][1])
    for part in lost[: 100 - sum(told.values())]:
        told[part] += 1
    return told
