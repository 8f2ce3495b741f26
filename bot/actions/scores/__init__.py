"""From what raters sent to a stored result, and back: any result can be computed again."""

from bot.actions.scores.checking import agrees, disagreeing
from bot.actions.scores.parts import by_indicator, read_parts, write_parts
from bot.actions.scores.sending import Sent, compute, preview, sent
from bot.actions.scores.settling import renew, settle, settle_late, values_of, withdraw

__all__ = [
    "Sent",
    "agrees",
    "by_indicator",
    "compute",
    "disagreeing",
    "preview",
    "read_parts",
    "renew",
    "sent",
    "settle",
    "settle_late",
    "values_of",
    "withdraw",
    "write_parts",
]
