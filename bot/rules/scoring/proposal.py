"""The level that the quarter's rated achievements speak for."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.schemes import LevelProposal

BY_DEFAULT = LevelProposal()


@dataclass(frozen=True, slots=True)
class RatedAchievement:
    level: int


def propose_level(rated: Sequence[RatedAchievement], by: LevelProposal = BY_DEFAULT) -> int | None:
    """A level for an indicator from the quarter's rated achievements; None without any.

    The mean of the best few, rounded half up, so that small deeds do not pull down great ones;
    a single achievement, however good, proposes no more than the scheme allows.
    """
    if not rated:
        return None
    best = sorted((achievement.level for achievement in rated), reverse=True)[: by.best]
    level = int(half_up(Fraction(sum(best), len(best)), 0))
    return min(level, by.highest_from_one) if len(rated) == 1 else level
