"""When a result may be seen by its person, and the bars of a trend."""

from decimal import Decimal

from bot.rules.numbers import half_up
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED

BAR = 10
LOWEST, HIGHEST = 40, 120


def visible(state: PeriodState, *, sent: bool) -> bool:
    """Once it is there and its quarter is published, and never before.

    So everybody learns it on the same day, and nobody a value that calibration may still change.
    """
    return sent and state in RELEASED


def bar(value: Decimal) -> int:
    """How many of ten blocks a value from 40 to 120 fills."""
    share = (value - LOWEST) * BAR / (HIGHEST - LOWEST)
    return min(BAR, max(0, int(half_up(share, 0))))
