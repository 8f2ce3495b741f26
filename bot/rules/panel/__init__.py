"""Calibration: the team's views, adjustments of a result, and what to look at first."""

from bot.rules.panel.adjusting import (
    Against,
    adjusted,
    against,
    follows,
    read_levels,
    write_levels,
)
from bot.rules.panel.outliers import Sign, Standing, apart, far
from bot.rules.panel.views import Tally, View, may_close, tally, wants_second

__all__ = [
    "Against", "Sign", "Standing", "Tally", "View", "adjusted", "against", "apart", "far",
    "follows", "may_close", "read_levels", "tally", "wants_second", "write_levels",
]  # fmt: skip
