"""Practising in an invented unit: switching it on and off, and what comes next there."""

from bot.actions.practice.switching import (
    ABOUT,
    INSIDE,
    About,
    about,
    begin,
    come_out,
    leave,
    reset,
    sweep,
)

__all__ = ["ABOUT", "INSIDE", "About", "about", "begin", "come_out", "leave", "reset", "sweep"]
