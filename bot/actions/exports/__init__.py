"""Extracts of personal data: asked for with a purpose, masked, written down, handed out once."""

from __future__ import annotations

from bot.actions.exports.asking import Asked, Home, Ready, ask, doors_open, home, purpose, ready
from bot.actions.exports.extracting import KINDS, Extract, extract
from bot.actions.exports.operating import take_as_operator
from bot.actions.exports.taking import ENDINGS, Paper, paper, take
from bot.actions.exports.unmasking import full_check, mask_again, reason, reason_asked, unmask

__all__ = [
    "ENDINGS", "KINDS", "Asked", "Extract", "Home", "Paper", "Ready", "ask", "doors_open",
    "extract",
    "full_check", "home", "mask_again", "paper", "purpose", "ready", "reason", "reason_asked",
    "take", "take_as_operator", "unmask",
]  # fmt: skip
