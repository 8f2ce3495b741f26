"""The raters' drill: short invented cases with a gold level, and how far a rater is from it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.rules.numbers import half_up


@dataclass(frozen=True, slots=True)
class DrillCase:
    """A situation to be rated on one indicator; `gold` (1 to 5) is right, `reason` says why.

    The anchors are those of the indicator. `name` and both texts are words for the screen.
    """

    key: str
    name: str
    indicator: str
    situation: str
    gold: int
    reason: str


@dataclass(frozen=True, slots=True)
class DrillRules:
    """Part of a scheme. Each rater gets `asked` of the cases a quarter.

    `required`: real forms open to those only who did the drill of that quarter.
    """

    required: bool = False
    asked: int = 5


@dataclass(frozen=True, slots=True)
class Distance:
    """How far from gold, in levels, to hundredths; None before any answer.

    `mean`: regardless of the direction; `lean`: above 0 gives more than gold.
    """

    answers: int
    mean: Decimal | None
    lean: Decimal | None


def chosen(
    cases: Sequence[DrillCase], asked: int, period_id: int, rater: int
) -> tuple[DrillCase, ...]:
    """The cases of one rater in one quarter, in an order of their own; always the same ones.

    All of them where there are no more than `asked`. The order of `cases` plays no part.
    """
    ranked = sorted(cases, key=lambda case: (_rank(period_id, rater, case.key), case.key))
    return tuple(ranked[:asked])


def distance(answers: Sequence[tuple[int, int]]) -> Distance:
    """Of pairs of a given level and the gold one."""
    if not answers:
        return Distance(0, None, None)
    apart = [given - gold for given, gold in answers]
    return Distance(
        len(apart),
        half_up(Fraction(sum(map(abs, apart)), len(apart))),
        half_up(Fraction(sum(apart), len(apart))),
    )


def _rank(period_id: int, rater: int, key: str) -> bytes:
    said = f"{period_id}\x1f{rater}\x1f{key}"
    return hashlib.blake2b(said.encode(), digest_size=8).digest()
