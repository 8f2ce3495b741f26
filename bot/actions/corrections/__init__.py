"""Corrections of a published result outside an objection, always by two different people."""

from bot.actions.corrections.deciding import (
    Card,
    Listed,
    card,
    confirm,
    decidable,
    home,
    refuse,
    withdraw,
    write_refusal,
)
from bot.actions.corrections.drafting import Draft, begin, choose, draft, put, write_reason
from bot.actions.corrections.finding import Results, find_person, people, published, search
from bot.actions.corrections.history import Edition, History, history
from bot.actions.corrections.proposing import propose
from bot.actions.levels import Line

__all__ = [
    "Card", "Draft", "Edition", "History", "Line", "Listed", "Results", "begin", "card", "choose",
    "confirm", "decidable", "draft", "find_person", "history", "home", "people", "propose",
    "published", "put", "refuse", "search", "withdraw", "write_reason", "write_refusal",
]  # fmt: skip
