"""Colleagues (rekan): who is asked about whom, and what of it may be told."""

from bot.rules.peers.asking import asked_upward, in_order
from bot.rules.peers.caps import left, week_before
from bot.rules.peers.circles import Circle, Known, Stand, Why, circle, stand
from bot.rules.peers.comments import sentences, shuffled
from bot.rules.peers.coworkers import Bar, Colleague, Coworkers
from bot.rules.peers.draw import Declined, Draw, Drawn, Short, Shortness, draw
from bot.rules.peers.loads import Way
from bot.rules.peers.release import Answer, Figure, Overall, Release, marks, overall, release
from bot.rules.peers.telltales import Found, Telltale, telltales

__all__ = [
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
    "Short",
    "Shortness",
    "Stand",
    "Telltale",
    "Way",
    "Why",
    "asked_upward",
    "circle",
    "draw",
    "in_order",
    "left",
    "marks",
    "overall",
    "release",
    "sentences",
    "shuffled",
    "stand",
    "telltales",
    "week_before",
]
