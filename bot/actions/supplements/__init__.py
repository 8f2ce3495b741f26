"""Results of people who were left out: listed, signed, published to that person alone."""

from bot.actions.supplements.owing import owe
from bot.actions.supplements.reading import PAGE, Card, Listed, card, list_
from bot.actions.supplements.signing import ask_reason, confirm, sign, write_reason

__all__ = [
    "PAGE",
    "Card",
    "Listed",
    "ask_reason",
    "card",
    "confirm",
    "list_",
    "owe",
    "sign",
    "write_reason",
]
