"""Receipts of published results: taken by a tap, or handed over and recorded by HR."""

from bot.actions.receipts.handing import PAGE, Handing, Waits, count, hand_over, one, waiting_list
from bot.actions.receipts.standing import Standing, standing
from bot.actions.receipts.taking import take

__all__ = [
    "PAGE",
    "Handing",
    "Standing",
    "Waits",
    "count",
    "hand_over",
    "one",
    "standing",
    "take",
    "waiting_list",
]
