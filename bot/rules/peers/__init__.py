"""Colleagues (rekan): who is asked about whom, and what of it may be told."""

from bot.rules.peers.coworkers import Bar, Colleague
from bot.rules.peers.draw import Declined, Draw, Drawn, Short, Shortness, draw
from bot.rules.peers.loads import Way

__all__ = [
    "Bar",
    "Colleague",
    "Declined",
    "Draw",
    "Drawn",
    "Short",
    "Shortness",
    "Way",
    "draw",
]
