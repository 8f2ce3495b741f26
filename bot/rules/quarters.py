"""The quarter of a year (triwulan)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

ROMAN = ("I", "II", "III", "IV")
_NUMBERS = {
    **{roman.lower(): number for number, roman in enumerate(ROMAN, 1)},
    **{str(number): number for number in range(1, 5)},
    **dict(zip(("satu", "dua", "tiga", "empat"), range(1, 5), strict=True)),
    **dict(zip(("pertama", "kedua", "ketiga", "keempat"), range(1, 5), strict=True)),
}
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_YEAR = r"(?:tahun\s+)?(?P<year>\d{4}|'?\d{2})"
_FORMS = (
    re.compile(
        rf"(?:tw|triwulan|trw|kuartal|kwartal|q)\W{{0,3}}(?P<number>{_NUMBER})(?:\W+{_YEAR})?"
    ),
    re.compile(rf"(?P<number>i{{1,3}}|iv)\s*[/-]\s*{_YEAR}"),
    re.compile(r"(?P<year>\d{4})\s*[-/ ]\s*(?:q|tw)?\s*(?P<number>[1-4]|i{1,3}|iv)"),
)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Triwulan `number` (1 to 4) of `year`; earlier quarters are smaller. ValueError if none."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4 or not 1 <= self.year <= 9999:
            raise ValueError(f"no quarter {self.number} of {self.year}")

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first_day(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number * 3, 1) + timedelta(30 if self.number in (1, 4) else 29)

    @property
    def next(self) -> "Quarter":
        return self.plus(1)

    @property
    def previous(self) -> "Quarter":
        return self.plus(-1)

    @property
    def roman(self) -> str:
        return ROMAN[self.number - 1]

    def plus(self, quarters: int) -> "Quarter":
        year, number = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, number + 1)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        """The stable form for keys and file names: `2026-2`."""
        return f"{self.year}-{self.number}"


def parse_quarter(text: str, year: int) -> Quarter | None:
    """Read `TW II 2026`, `triwulan 2`, `Q3/26`, `2026-2`; `year` fills in a missing year."""
    plain = " ".join(text.lower().split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            said = (found["year"] or str(year)).lstrip("'")
            full = 2000 + int(said) if len(said) == 2 else int(said)
            return Quarter(full, _NUMBERS[found["number"]]) if full else None
    return None
