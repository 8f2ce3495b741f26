"""Extracts of personal data: asked for with a purpose, masked, written down, handed out once."""

from __future__ import annotations

from bot.actions.exports.asking import (
    ENDINGS,
    Asked,
    Home,
    Paper,
    Ready,
    ask,
    doors_open,
    full_check,
    home,
    mask_again,
    paper,
    purpose,
    ready,
    reason,
    reason_asked,
    take,
    unmask,
)
from bot.actions.exports.extracting import KINDS, Extract, extract
from bot.actions.exports.operating import take_as_operator

__all__ = [
    "ENDINGS", "KINDS", "Asked", "Extract", "Home", "Paper", "Ready", "ask", "doors_open",
    "extract",
    "full_check", "home", "mask_again", "paper", "purpose", "ready", "reason", "reason_asked",
    "take", "take_as_operator", "unmask",
]  # fmt: skip
