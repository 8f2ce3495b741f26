"""The raters' drill: invented cases before the real forms, and who has done it."""

from bot.actions.drills.asking import Case, Home, answer, case, home
from bot.actions.drills.gate import demand_trained, shut, trained, waiting
from bot.actions.drills.reading import needed, now, own
from bot.actions.drills.watching import PAGE, Watch, watch

__all__ = [
    "PAGE", "Case", "Home", "Watch", "answer", "case", "demand_trained", "home", "needed", "now",
    "own", "shut", "trained", "waiting", "watch",
]  # fmt: skip
