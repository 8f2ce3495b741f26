"""Forums: planned, announced, answered, held."""

from __future__ import annotations

from bot.actions.forums.cards import moments, waiting
from bot.actions.forums.crediting import credit
from bot.actions.forums.overdue import tell_hosts
from bot.actions.forums.reminding import remind

__all__ = ["credit", "moments", "remind", "tell_hosts", "waiting"]
