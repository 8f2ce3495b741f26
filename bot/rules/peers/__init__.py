"""Colleagues (rekan): who is asked about whom, and what of it may be told."""

from bot.rules.peers.asking import asked_upward, in_order
from bot.rules.peers.caps import left, week_before
from bot.rules.peers.circles import Circle, Known, Stand, Why, circle, stand
from bot.rules.peers.comments import sentences, shuffled
from bot.rules.peers.coworkers import Bar, Colleague, Coworkers
from bot.rules.peers.draw import Declined, Draw, Drawn, Short, Shortness, draw
from bot.rules.peers.loads import Way
from bot.rules.peers.release import Answer, Figure, Overall, Release, marks, overall, release
from bot.rules.peers.rings import RATE as RING_RATE
from bot.rules.peers.rings import Ring, Where, Wish, rings
from bot.rules.peers.telltales import Found, Telltale, telltales

__all__ = [
    "RING_RATE",
    "Answer",
    "Bar",
    "Circle",
    "Colleague",
    "Coworkers",
    "Declined",
    "Draw",
    "Drawn",
    "Figure",
    "Found",
    "Known",
    "Overall",
    "Release",
    "Ring",
    "Short",
    "Shortness",
    "Stand",
    "Telltale",
    "Way",
    "Where",
    "Why",
    "Wish",
    "asked_upward",
    "circle",
    "draw",
    "in_order",
    "left",
    "marks",
    "overall",
    "release",
    "rings",
    "sentences",
    "shuffled",
    "stand",
    "telltales",
    "week_before",
]
