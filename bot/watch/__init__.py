"""Looks after the process from inside, and rings the operator's bell."""

from __future__ import annotations

from bot.watch.board import Board
from bot.watch.watch import Hook, Sources, Watch

__all__ = ["Board", "Hook", "Sources", "Watch"]
