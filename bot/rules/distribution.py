"""How the predikat of a unit spread against SE MenPANRB 3/2023: warnings, never a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.predikat import Predikat

CIRCULAR = "SE MenPANRB 3/2023"
SMALL = 10
FEWEST_FOR_SOMEBODY = 3


class Organisation(StrEnum):
    """The predikat of the organisation itself, set one level above it."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class Kind(StrEnum):
    MOST = "most"
    LEAST = "least"
    MAJORITY = "majority"
    SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class Limit:
    """One line of the circular: `percent` of all employees may or must have these `predikat`.

    `words` is the line in Indonesian, to be quoted after `CIRCULAR`; as summarised, the text of
    the circular itself was not seen.
    """

    kind: Kind
    predikat: frozenset[Predikat]
    percent: int
    words: str


@dataclass(frozen=True, slots=True)
class Departure:
    """A line that is not kept: `count` of `people` where `least` to `most` are expected."""

    limit: Limit
    count: int
    people: int
    least: int
    most: int


_SB, _B, _BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN
_K, _SK = Predikat.KURANG, Predikat.SANGAT_KURANG


def _limit(kind: Kind, percent: int, words: str, *predikat: Predikat) -> Limit:
    return Limit(kind, frozenset(predikat), percent, words)


_FEW_EXCELLENT = _limit(Kind.MOST, 10, "Sangat Baik paling banyak 10%", _SB)
PATTERNS: dict[Organisation, tuple[Limit, ...]] = {
    Organisation.ISTIMEWA: (
        _limit(Kind.MAJORITY, 0, "mayoritas Sangat Baik", _SB),
        _limit(Kind.MOST, 70, "Sangat Baik paling banyak 70%", _SB),
    ),
    Organisation.BAIK: (
        _limit(Kind.MAJORITY, 0, "mayoritas Baik", _B),
        _limit(Kind.MOST, 70, "Baik paling banyak 70%", _B),
        _limit(
            Kind.SOMEBODY, 0, "paling sedikit satu pegawai Butuh Perbaikan atau Kurang", _BP, _K
        ),
    ),
    Organisation.BUTUH_PERBAIKAN: (
        _FEW_EXCELLENT,
        _limit(Kind.LEAST, 60, "Butuh Perbaikan paling sedikit 60%", _BP),
    ),
    Organisation.KURANG: (
        _FEW_EXCELLENT,
        _limit(Kind.LEAST, 10, "Butuh Perbaikan paling sedikit 10%", _BP),
        _limit(Kind.LEAST, 60, "Kurang paling sedikit 60%", _K),
    ),
    Organisation.SANGAT_KURANG: (
        _limit(Kind.MOST, 0, "tidak ada Sangat Baik", _SB),
        _limit(Kind.LEAST, 10, "Butuh Perbaikan atau Kurang paling sedikit 10%", _BP, _K),
        _limit(Kind.LEAST, 60, "Sangat Kurang paling sedikit 60%", _SK),
    ),
}


def departures(
    organisation: Organisation, counts: Mapping[Predikat, int]
) -> tuple[Departure, ...]:
    """Every line of the circular that `counts` (employees by predikat) does not keep.

    A guide: the evaluation team keeps or mends with a written reason, nobody's predikat is
    changed by it. From ten people on the percentages hold to the person. Below ten they cannot
    be met exactly, so each is rounded to the next person in favour of what the team proposed.
    A majority is the most frequent predikat; below ten a tie is one too. Somebody who needs
    improvement is not asked for among fewer than three, where no majority could stand beside.
    ValueError for a negative count.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("nobody is counted less than zero times")
    return tuple(_departures(organisation, counts, sum(counts.values())))


def _departures(
    organisation: Organisation, counts: Mapping[Predikat, int], people: int
) -> Iterator[Departure]:
    for limit in PATTERNS[organisation]:
        count = sum(counts.get(predikat, 0) for predikat in limit.predikat)
        least, most = _range(limit, counts, people)
        if not least <= count <= most:
            yield Departure(limit, count, people, least, most)


def _range(limit: Limit, counts: Mapping[Predikat, int], people: int) -> tuple[int, int]:
    down, up = people * limit.percent // 100, -(-people * limit.percent // 100)
    small = people < SMALL
    match limit.kind:
        case Kind.MOST:
            return 0, up if small else down
        case Kind.LEAST:
            return (down if small else up), people
        case Kind.MAJORITY:
            others = [n for predikat, n in counts.items() if predikat not in limit.predikat]
            return max(others, default=0) + (0 if small else 1), people
    return int(people >= FEWEST_FOR_SOMEBODY), people
