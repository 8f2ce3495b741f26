"""How strict or lenient a rater is, told from ratees that several rated, with an interval."""

from bot.rules.severity.adjusting import Adjusted, Sides, adjust, side_by_side
from bot.rules.severity.estimate import Rating, Severities, Severity, severities

__all__ = [
    "Adjusted",
    "Rating",
    "Severities",
    "Severity",
    "Sides",
    "adjust",
    "severities",
    "side_by_side",
]
