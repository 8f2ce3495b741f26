"""Parts of a scheme that turn values into words: quadrant, words of a number, proposed levels."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.predikat import Expectation, Predikat, Word
from bot.rules.schemes.fault import FaultKind, SchemeFault

EXPECTATIONS = tuple(Expectation)
RANKED = (
    Predikat.SANGAT_KURANG,
    Predikat.KURANG,
    Predikat.BUTUH_PERBAIKAN,
    Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)
"""From the least to the best."""
_SK, _K, _BP, _B, _SB = RANKED


@dataclass(frozen=True, slots=True)
class Quadrant:
    """The predikat by two ratings: a row by work results, in it below, met, above in behaviour.

    By default the table of PermenPANRB 6/2022, which is not symmetric.
    """

    above: tuple[Predikat, ...] = (_K, _B, _SB)
    met: tuple[Predikat, ...] = (_K, _B, _B)
    below: tuple[Predikat, ...] = (_SK, _BP, _BP)

    def row(self, results: Expectation) -> tuple[Predikat, ...]:
        rows = {
            Expectation.ABOVE: self.above,
            Expectation.MET: self.met,
            Expectation.BELOW: self.below,
        }
        return rows[results]

    def of(self, results: Expectation, behaviour: Expectation) -> Predikat:
        return self.row(results)[EXPECTATIONS.index(behaviour)]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """From which total each word of PP 30/2019 art. 41 holds; the two lowest are not confirmed.

    Sangat Baik also needs a new idea or way of working.
    """

    sangat_baik: int = 110
    baik: int = 90
    cukup: int = 70
    kurang: int = 50

    def limits(self) -> tuple[tuple[Word, int], ...]:
        """Best first; below the last it is Sangat Kurang."""
        return (
            (Word.SANGAT_BAIK, self.sangat_baik),
            (Word.BAIK, self.baik),
            (Word.CUKUP, self.cukup),
            (Word.KURANG, self.kurang),
        )

    def of(self, total: Decimal, *, innovated: bool) -> Word:
        """PP 30/2019 art. 41; without a new idea or way of working the best is still Baik."""
        for word, least in self.limits():
            if total >= least and (innovated or word is not Word.SANGAT_BAIK):
                return word
        return Word.SANGAT_KURANG


@dataclass(frozen=True, slots=True)
class LevelProposal:
    """How rated achievements propose a level: the mean of the `best` so many.

    A single one, however good, proposes no more than `highest_from_one`.
    """

    best: int = 3
    highest_from_one: int = 4


def quadrant_faults(quadrant: Quadrant) -> Iterator[SchemeFault]:
    """Three in a row, and nowhere does a better rating bring a worse predikat."""
    rows = {name: quadrant.row(name) for name in EXPECTATIONS}
    for name, row in rows.items():
        if len(row) != len(EXPECTATIONS):
            yield SchemeFault(FaultKind.QUADRANT_ROW, f"quadrant.{name}", str(len(row)))
    if any(len(row) != len(EXPECTATIONS) for row in rows.values()):
        return
    ranks = [[RANKED.index(predikat) for predikat in row] for row in rows.values()]
    for name, ranked in zip(rows, ranks, strict=True):
        if ranked != sorted(ranked):
            yield SchemeFault(FaultKind.QUADRANT_ORDER, f"quadrant.{name}")
    if any(list(column) != sorted(column) for column in zip(*ranks, strict=True)):
        yield SchemeFault(FaultKind.QUADRANT_ORDER, "quadrant")
    if max(ranked[0] for ranked in ranks) > RANKED.index(_K):
        yield SchemeFault(FaultKind.QUADRANT_MISCONDUCT, "quadrant")


def number_word_faults(words: NumberWords) -> Iterator[SchemeFault]:
    limits = [limit for _, limit in words.limits()]
    falling = all(high > low for high, low in itertools.pairwise(limits))
    if not falling or limits[0] > 120 or limits[-1] <= 40:
        given = ", ".join(map(str, limits))
        yield SchemeFault(FaultKind.NUMBER_WORDS, "number_words", given)
