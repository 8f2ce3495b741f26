"""Certificates: issued with an award or a training, printed, checked by anybody."""

from bot.actions.certificates.checking import Answer, about, check, look_up
from bot.actions.certificates.facts import Facts, Ground
from bot.actions.certificates.issuing import issue
from bot.actions.certificates.papers import (
    Examined,
    Paper,
    SealWanted,
    examined,
    is_paper,
    look_at,
)
from bot.actions.certificates.reading import Card, Mine, Sheet, card, mine, sheet

__all__ = [
    "Answer",
    "Card",
    "Examined",
    "Facts",
    "Ground",
    "Mine",
    "Paper",
    "SealWanted",
    "Sheet",
    "about",
    "card",
    "check",
    "examined",
    "is_paper",
    "issue",
    "look_at",
    "look_up",
    "mine",
    "sheet",
]
