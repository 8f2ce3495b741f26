"""Results: marks in, an explained score out, by a formula with an id."""

from bot.rules.scoring import formula_2026_1
from bot.rules.scoring.changing import with_levels
from bot.rules.scoring.formula_2026_1 import score
from bot.rules.scoring.lifting import AxisLift, Lifts, Marks, Raise, lifts, raised
from bot.rules.scoring.proposal import RatedAchievement, propose_level
from bot.rules.scoring.result import (
    AxisPart,
    GroupPart,
    IndicatorPart,
    Mark,
    Score,
    value_of,
)

FORMULA = formula_2026_1.FORMULA
FORMULAS = {formula_2026_1.FORMULA: formula_2026_1.score}
SCORERS = {formula_2026_1.FORMULA: formula_2026_1.scorer}

__all__ = [
    "FORMULA",
    "FORMULAS",
    "SCORERS",
    "AxisLift",
    "AxisPart",
    "GroupPart",
    "IndicatorPart",
    "Lifts",
    "Mark",
    "Marks",
    "Raise",
    "RatedAchievement",
    "Score",
    "lifts",
    "propose_level",
    "raised",
    "score",
    "value_of",
    "with_levels",
]
