"""The year: composed from its quarters, written and signed by two, judged, printed, exported."""

from bot.actions.years.composing import Composed, compose
from bot.actions.years.exporting import Export, Line, export
from bot.actions.years.judging import Choice, judge, verdict
from bot.actions.years.passing import back, forward, return_text
from bot.actions.years.printing import Page, page
from bot.actions.years.reviewing import PAGE, Passage, Queue, Review, passage, queue, review
from bot.actions.years.signing import confirm, sign
from bot.actions.years.writing import Beside, Card, Section, card, section, text

__all__ = [
    "PAGE",
    "Beside",
    "Card",
    "Choice",
    "Composed",
    "Export",
    "Line",
    "Page",
    "Passage",
    "Queue",
    "Review",
    "Section",
    "back",
    "card",
    "compose",
    "confirm",
    "export",
    "forward",
    "judge",
    "page",
    "passage",
    "queue",
    "return_text",
    "review",
    "section",
    "sign",
    "text",
    "verdict",
]
