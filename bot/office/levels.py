"""How well people do: a gift of each, a form of the quarter, and the levels that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from bot.rules.scoring import RatedAchievement, propose_level

LOWEST, HIGHEST = 2, 5
USUAL, SPREAD = 4.0, 0.25
SWING, NOISE = 0.12, 0.4
LEAST, MOST = 3.7, 4.15  # between these everybody else stays
CONDUCT = 0.2  # people behave a little better than they deliver
# Whose course the story needs: three quarters, from the first to the third.
COURSES: Mapping[str, Sequence[float]] = {
    "sari": (3.6, 3.75, 4.85),
    "agus": (3.6, 3.3, 3.2),
    "irwan": (3.6, 4.0, 4.4),
    "rahma": (4.1, 4.0, 4.1),
    "baso": (3.7, 3.7, 3.8),
}


def courses(dice: Random, keys: Iterable[str]) -> dict[str, Sequence[float]]:
    """The usual level of each person in the three quarters of the past."""
    found: dict[str, Sequence[float]] = {}
    for key in keys:
        gift = dice.gauss(USUAL, SPREAD)
        own = [max(LEAST, min(MOST, gift + dice.gauss(0, SWING))) for _ in range(3)]
        found[key] = COURSES.get(key, own)
    return found


def level(dice: Random, usual: float) -> int:
    """A level around what is usual for somebody."""
    return max(LOWEST, min(HIGHEST, round(dice.gauss(usual, NOISE))))


def marks(dice: Random, usual: float, indicators: str) -> dict[str, int]:
    """Levels on the indicators that an achievement claims."""
    return {key: level(dice, usual) for key in indicators.split(",")}


def proposal(rated: Sequence[Mapping[str, int]], indicator: str) -> int | None:
    """What the achievements of the quarter propose for an indicator."""
    return propose_level([RatedAchievement(one[indicator]) for one in rated if indicator in one])


def beside(given: int, proposed: int | None, gap: int) -> int:
    """The level moved so near the proposal that it needs no reason."""
    if proposed is None:
        return given
    return max(proposed - gap + 1, min(proposed + gap - 1, given))
