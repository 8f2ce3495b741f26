"""Publication of a quarter: what is ready, the signature, the letters, a correction later."""

from bot.actions.publication.card import Card, Signed, card, doors_open
from bot.actions.publication.correcting import Correction, publish_again
from bot.actions.publication.decree import (
    UNITS_PAGE,
    Annex,
    Decree,
    UnitCounts,
    Units,
    annex,
    annexes,
    decree,
)
from bot.actions.publication.gaps import PAGE, Gap, Gaps, missing
from bot.actions.publication.signing import ask_reason, confirm, publish, sign, write_reason
from bot.actions.publication.spreading import CHUNK, spread

__all__ = [
    "CHUNK",
    "PAGE",
    "UNITS_PAGE",
    "Annex",
    "Card",
    "Correction",
    "Decree",
    "Gap",
    "Gaps",
    "Signed",
    "UnitCounts",
    "Units",
    "annex",
    "annexes",
    "ask_reason",
    "card",
    "confirm",
    "decree",
    "doors_open",
    "missing",
    "publish",
    "publish_again",
    "sign",
    "spread",
    "write_reason",
]
