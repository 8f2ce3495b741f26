"""The quarterly report: what was realised and why, and one to three sentences about it."""

from bot.actions.reports.cards import Card, card, discard, send, write
from bot.actions.reports.writing import (
    Asked,
    Lines,
    ask_result,
    lines,
    put_helped,
    put_hindered,
    put_result,
)

__all__ = [
    "Asked",
    "Card",
    "Lines",
    "ask_result",
    "card",
    "discard",
    "lines",
    "put_helped",
    "put_hindered",
    "put_result",
    "send",
    "write",
]
