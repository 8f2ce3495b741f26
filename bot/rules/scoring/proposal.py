"""The level that the quarter's rated achievements speak for."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.rules.numbers import half_up

PROPOSED_FROM = 3
HIGHEST_FROM_ONE = 4


@dataclass(frozen=True, slots=True)
class RatedAchievement:
    level: int


def propose_level(rated: Sequence[RatedAchievement]) -> int | None:
    """A level for an indicator from the quarter's rated achievements; None without any.

    The mean of the three best, rounded half up, so that small deeds do not pull down great ones;
    a single achievement, however good, proposes no more than as expected.
    """
    if not rated:
        return None
    best = sorted((achievement.level for achievement in rated), reverse=True)[:PROPOSED_FROM]
    level = int(half_up(Fraction(sum(best), len(best)), 0))
    return min(level, HIGHEST_FROM_ONE) if len(rated) == 1 else level
