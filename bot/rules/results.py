"""When a result may be seen by its person, and the bars of a trend."""

from decimal import Decimal

from bot.rules.numbers import half_up
from bot.rules.periods import RATED, PeriodState

BAR = 10
LOWEST, HIGHEST = 40, 120


def visible(state: PeriodState, *, sent: bool, unit_rated: bool) -> bool:
    """Once the superior has sent it, and either rating is over or the whole unit is rated.

    So nobody is told a place among colleagues who still wait, and nobody waits for other units.
    """
    return sent and (state in RATED or unit_rated)


def bar(value: Decimal) -> int:
    """How many of ten blocks a value from 40 to 120 fills."""
    share = (value - LOWEST) * BAR / (HIGHEST - LOWEST)
    return min(BAR, max(0, int(half_up(share, 0))))
