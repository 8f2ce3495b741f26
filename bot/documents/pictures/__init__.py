"""Pictures for a phone, made from plain data: words and numbers come ready to be shown."""

from bot.documents.pictures.drawing import distribution, nine, owing, radar, trend
from bot.documents.pictures.shapes import (
    Bar,
    Distribution,
    Line,
    Nine,
    Owing,
    Radar,
    Row,
    Spoke,
    Spot,
    Trend,
    Urgency,
)

__all__ = [
    "Bar",
    "Distribution",
    "Line",
    "Nine",
    "Owing",
    "Radar",
    "Row",
    "Spoke",
    "Spot",
    "Trend",
    "Urgency",
    "distribution",
    "nine",
    "owing",
    "radar",
    "trend",
]
