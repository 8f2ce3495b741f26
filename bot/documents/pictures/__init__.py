"""Pictures for a phone, made from plain data: words and numbers come ready to be shown."""

from bot.documents.pictures.drawing import distribution, owing, radar, trend
from bot.documents.pictures.shapes import (
    Bar,
    Distribution,
    Line,
    Owing,
    Radar,
    Row,
    Spoke,
    Trend,
    Urgency,
)

__all__ = [
    "Bar",
    "Distribution",
    "Line",
    "Owing",
    "Radar",
    "Row",
    "Spoke",
    "Trend",
    "Urgency",
    "distribution",
    "owing",
    "radar",
    "trend",
]
