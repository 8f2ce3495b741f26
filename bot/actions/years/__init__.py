"""The year: composed from its quarters, written and signed by two, judged, printed, exported."""

from bot.actions.years.composing import Composed, compose
from bot.actions.years.exporting import Export, Line, export
from bot.actions.years.judging import (
    Choice,
    Queue,
    Review,
    back,
    forward,
    judge,
    queue,
    return_text,
    review,
    verdict,
)
from bot.actions.years.printing import Checked, Page, check, look_up, page
from bot.actions.years.writing import Beside, Card, Section, card, confirm, section, sign, text

__all__ = [
    "Beside",
    "Card",
    "Checked",
    "Choice",
    "Composed",
    "Export",
    "Line",
    "Page",
    "Queue",
    "Review",
    "Section",
    "back",
    "card",
    "check",
    "compose",
    "confirm",
    "export",
    "forward",
    "judge",
    "look_up",
    "page",
    "queue",
    "return_text",
    "review",
    "section",
    "sign",
    "text",
    "verdict",
]
