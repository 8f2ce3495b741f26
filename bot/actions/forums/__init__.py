"""Forums: planned, announced, answered, held."""

from __future__ import annotations

from bot.actions.forums.cards import moments, waiting
from bot.actions.forums.crediting import credit
from bot.actions.forums.opinions import ask_all
from bot.actions.forums.overdue import tell_hosts
from bot.actions.forums.poll_closing import close_due as close_polls
from bot.actions.forums.posting import bring_up
from bot.actions.forums.reminding import remind

__all__ = [
    "ask_all",
    "bring_up",
    "close_polls",
    "credit",
    "moments",
    "remind",
    "tell_hosts",
    "waiting",
]
