"""Participation: who sends achievements, who is honoured or overlooked, who learns."""

from bot.actions.participation.inviting import invite, inviter, still_silent
from bot.actions.participation.looking import (
    Access,
    Home,
    Listed,
    access,
    home,
    honoured,
    overlooked,
    silent,
)

__all__ = [
    "Access", "Home", "Listed", "access", "home", "honoured", "invite", "inviter",
    "overlooked", "silent", "still_silent",
]  # fmt: skip
