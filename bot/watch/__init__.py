"""Looks after the process from inside, and rings the operator's bell."""

from __future__ import annotations

from bot.watch.board import Board
from bot.watch.ears import Hook, Sources
from bot.watch.watch import Watch

__all__ = ["Board", "Hook", "Sources", "Watch"]
