"""What each picture shows. Every text is as it stands in the picture, every value exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.documents.pictures.bars import MOST_ROWS

MOST_SPOKES, MOST_QUARTERS = 24, 5


@dataclass(frozen=True, slots=True)
class Spoke:
    """One indicator; `axis` (hasil_kerja, perilaku) chooses the shape and colour of its mark."""

    axis: str
    name: str
    value: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Radar:
    """One result: 3 to 24 spokes from 20 in the middle to 120, and what is expected.

    `keys` name the two axes and what is `expected`.
    """

    title: str
    under: str
    spokes: Sequence[Spoke]
    expected: Decimal
    keys: Mapping[str, str]

    def __post_init__(self) -> None:
        if not 3 <= len(self.spokes) <= MOST_SPOKES:
            raise ValueError("a radar has 3 to 24 spokes")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stood `when`: potential `x` (0 to 100), performance `y` (0 to 120)."""

    when: str
    x: Decimal
    y: Decimal


@dataclass(frozen=True, slots=True)
class Nine:
    """Potential to the right, performance upwards; thresholds from which each is medium, high.

    `wide` and `tall` bound the area that is shaded; `spots` oldest first, at most five,
    of those quarters alone of which both values are known.
    """

    title: str
    under: str
    across: str
    up: str
    columns: tuple[str, str, str]
    rows: tuple[str, str, str]
    x_limits: tuple[Decimal, Decimal]
    y_limits: tuple[Decimal, Decimal]
    wide: tuple[Decimal, Decimal]
    tall: tuple[Decimal, Decimal]
    spots: Sequence[Spot]
    legend: str

    def __post_init__(self) -> None:
        if len(self.spots) > MOST_QUARTERS:
            raise ValueError("nine boxes show at most five quarters")


@dataclass(frozen=True, slots=True)
class Rate:
    """One group: `rate` from 0 to 1 and its words; `short` falls below four fifths."""

    name: str
    shown: str
    rate: Decimal
    short: bool


@dataclass(frozen=True, slots=True)
class Access:
    """Groups by trait, each trait against four fifths of its own highest rate."""

    title: str
    under: str
    parts: Sequence[tuple[str, Sequence[Rate]]]
    legend: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series: total, hasil_kerja or perilaku; a value and its words for each quarter."""

    key: str
    name: str
    values: Sequence[Decimal]
    shown: Sequence[str]


@dataclass(frozen=True, slots=True)
class Trend:
    """One to five `quarters` (name, year), oldest first; the first line carries its numbers."""

    title: str
    under: str
    quarters: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    expected: Decimal
    legend: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.quarters) <= MOST_QUARTERS:
            raise ValueError("a trend has one to five quarters")
        if any(len(line.values) != len(self.quarters) for line in self.lines):
            raise ValueError("every line has a value for every quarter")


class Urgency(StrEnum):
    LATE = "late"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    what: str
    due: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Owing:
    """Who still owes: at most ten `rows`, most urgent first; `more` says how many are left out."""

    title: str
    under: str
    done: int
    of: int
    summary: str
    rows: Sequence[Row]
    more: str = ""

    def __post_init__(self) -> None:
        if len(self.rows) > MOST_ROWS:
            raise ValueError("ten rows fit on a phone")
