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
from bot.actions.certificates.reissuing import issue_anew
from bot.actions.certificates.replacing import Replacing, ask_replacing, replace_paper
from bot.actions.certificates.taking_back import take_back

__all__ = [
    "Answer",
    "Card",
    "Examined",
    "Facts",
    "Ground",
    "Mine",
    "Paper",
    "Replacing",
    "SealWanted",
    "Sheet",
    "about",
    "ask_replacing",
    "card",
    "check",
    "examined",
    "is_paper",
    "issue",
    "issue_anew",
    "look_at",
    "look_up",
    "mine",
    "replace_paper",
    "sheet",
    "take_back",
]
