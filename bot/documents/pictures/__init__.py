"""Pictures for a phone, made from plain data: words and numbers come ready to be shown."""

from bot.documents.pictures.drawing import access, distribution, nine, owing, radar, trend
from bot.documents.pictures.shapes import (
    Access,
    Bar,
    Distribution,
    Line,
    Nine,
    Owing,
    Radar,
    Rate,
    Row,
    Spoke,
    Spot,
    Trend,
    Urgency,
)

__all__ = [
    "Access",
    "Bar",
    "Distribution",
    "Line",
    "Nine",
    "Owing",
    "Radar",
    "Rate",
    "Row",
    "Spoke",
    "Spot",
    "Trend",
    "Urgency",
    "access",
    "distribution",
    "nine",
    "owing",
    "radar",
    "trend",
]
