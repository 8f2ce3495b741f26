"""Career: conditions of a promotion, credit still missing, the nine boxes. Advice, never more."""

from bot.rules.career.boxes import (
    ADVICE,
    BOXES,
    Advice,
    Area,
    Assessed,
    CareerRules,
    Span,
    area,
    box_of,
    performance,
    potential,
)
from bot.rules.career.facts import ASSESSMENTS, TAKEN_BACK, Fact, Known, Past, next_rank
from bot.rules.career.promotion import (
    Condition,
    Forecast,
    Kind,
    Path,
    Promotion,
    conditions,
    forecast,
    promotion,
)

__all__ = [
    "ADVICE",
    "ASSESSMENTS",
    "BOXES",
    "TAKEN_BACK",
    "Advice",
    "Area",
    "Assessed",
    "CareerRules",
    "Condition",
    "Fact",
    "Forecast",
    "Kind",
    "Known",
    "Past",
    "Path",
    "Promotion",
    "Span",
    "area",
    "box_of",
    "conditions",
    "forecast",
    "next_rank",
    "performance",
    "potential",
    "promotion",
]  # fmt: skip
