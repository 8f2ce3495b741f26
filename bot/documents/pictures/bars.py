"""What a picture of bars shows: how many chose or reached what, or how far something has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Votes:
    """An answer of a poll, and how many chose it; `shown` beside the bar, at most in two parts."""

    name: str
    count: int
    shown: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar(Votes):
    """People of one predikat; `key` (a predikat, or `none_yet`) chooses colour and pattern."""

    key: str


B = TypeVar("B", bound=Votes)


@dataclass(frozen=True, slots=True)
class Bars(Generic[B]):
    title: str
    under: str
    bars: Sequence[B]
    notes: Sequence[str] = ()


class Distribution(Bars[Bar]):
    """How many people have each predikat."""


class Tally(Bars[Votes]):
    """What a poll came to."""


@dataclass(frozen=True, slots=True)
class Share:
    """One bar: `parts` of `people` in the order of the keys, in words `shown` and `said`."""

    name: str
    parts: Sequence[int]
    people: int
    shown: str
    said: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Adoption:
    """How far something has come, unit by unit: at most ten bars, four `keys`."""

    title: str
    under: str
    keys: tuple[str, str, str, str]
    rows: Sequence[Share]

    def __post_init__(self) -> None:
        if len(self.rows) > MOST_ROWS:
            raise ValueError("ten bars fit on a phone")
