"""Calibration: the team's views, adjustments of a result, and what to look at first."""

from bot.rules.panel.adjusting import (
    Against,
    adjusted,
    against,
    follows,
    read_levels,
    write_levels,
)
from bot.rules.panel.outliers import Sign, Standing, signs
from bot.rules.panel.views import Tally, View, may_close, tally, wants_second

__all__ = [
    "Against", "Sign", "Standing", "Tally", "View", "adjusted", "against",
    "follows", "may_close", "read_levels", "signs", "tally", "wants_second", "write_levels",
]  # fmt: skip
