"""Broadcasts (sosialisasi): HR tells many people at once, with a quiz where it is wanted."""

from __future__ import annotations

from bot.actions.broadcasts.reading import waiting
from bot.actions.broadcasts.spreading import work
from bot.actions.broadcasts.watching import newest

__all__ = ["newest", "waiting", "work"]
