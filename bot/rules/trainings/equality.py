"""Equal access: the four-fifths rule over units, rank groups and sexes.

The rate of a group is how many of those who asked were given, each person once however many
applications they sent (29 CFR 1607.4 D: the share of applicants who are selected). A group falls
short when its rate is below four fifths of the highest, and one person more would not mend it: in
small groups one person would otherwise decide alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

FOUR_FIFTHS = Fraction(4, 5)


class Trait(StrEnum):
    UNIT = "unit"
    RANK = "rank"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class Group:
    """People who `asked` and were `given`; `ratio` is its rate by the highest rate; `short`: it
    falls short of four fifths.
    """

    trait: Trait
    key: str
    asked: int
    given: int
    rate: Fraction
    ratio: Fraction
    short: bool


def rank_group(rank: str) -> str:
    """`III` of `III/c`; PPPK are one group, for their numbers are no ranks of PNS."""
    head, stroke, _ = rank.partition("/")
    return head if stroke else "PPPK"


def groups(trait: Trait, lines: Iterable[tuple[str, bool]]) -> Sequence[Group]:
    """Every group of these people (key, whether seated), by its key."""
    return counted(trait, ((key, 1, int(seat)) for key, seat in lines))


def counted(trait: Trait, lines: Iterable[tuple[str, int, int]]) -> Sequence[Group]:
    """The same of counts: key, how many asked, how many of those were given."""
    asked: dict[str, int] = {}
    given: dict[str, int] = {}
    for key, many, some in lines:
        asked[key] = asked.get(key, 0) + many
        given[key] = given.get(key, 0) + some
    rates = {key: Fraction(given[key], asked[key]) for key in asked}
    highest = max(rates.values(), default=Fraction(0))
    return [
        Group(
            trait, key, asked[key], given[key], rates[key],
            rates[key] / highest if highest else Fraction(1),
            is_short(given[key], asked[key], highest),
        )
        for key in sorted(asked)
    ]  # fmt: skip


def is_short(given: int, asked: int, highest: Fraction) -> bool:
    """Below four fifths of the highest rate by a whole person or more."""
    return given + 1 < FOUR_FIFTHS * highest * asked


def all_groups(lines: Iterable[tuple[int, Mapping[Trait, str], bool]]) -> Sequence[Group]:
    """The groups of all three traits, of applications: person, traits, whether seated."""
    traits: dict[int, Mapping[Trait, str]] = {}
    seated: dict[int, bool] = {}
    for person, of, on in lines:
        traits[person] = of
        seated[person] = seated.get(person, False) or on
    return [
        group
        for trait in Trait
        for group in groups(trait, ((of[trait], seated[one]) for one, of in traits.items()))
    ]
