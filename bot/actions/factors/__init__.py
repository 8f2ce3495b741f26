"""The second factor: put in, asked for, and reset when the telephone is lost."""

from __future__ import annotations

from bot.actions.factors.asking import Asked, ask, code, stray
from bot.actions.factors.enrolling import New, begin, codes, confirm, new, renew, saved
from bot.actions.factors.home import Home, State, home, needed, waiting
from bot.actions.factors.proof import ProofWanted, demand_proof
from bot.actions.factors.resetting import Resetting, reset, reset_by_operator, resetting

__all__ = [
    "Asked", "Home", "New", "ProofWanted", "Resetting", "State", "ask", "begin", "code", "codes",
    "confirm", "demand_proof", "home", "needed", "new", "renew", "reset", "reset_by_operator",
    "resetting", "saved", "stray", "waiting",
]  # fmt: skip
