"""Objections: filed by the person, both sides heard, decided once by the superior's superior."""

from bot.actions.levels import Line
from bot.actions.objections.card import Card, Home, Said, card, home, leaving
from bot.actions.objections.deciding import (
    Desk,
    choose,
    decide,
    desk,
    higher,
    put,
    write_reason,
)
from bot.actions.objections.drafting import (
    begin,
    discard,
    draft,
    may_begin,
    toggle,
    write_reasons,
)
from bot.actions.objections.drafts import PAGE, Draft
from bot.actions.objections.explaining import Word, nothing, tell, word, write
from bot.actions.objections.filing import file, withdraw
from bot.actions.objections.finishing import finish, is_over
from bot.actions.objections.minutes import Minutes, minutes
from bot.actions.objections.naming import (
    Naming,
    Open,
    Watched,
    count,
    find_reviewer,
    name,
    naming,
    watched,
)
from bot.actions.objections.owing import tick
from bot.actions.objections.standing import open_people
from bot.actions.objections.verdict import Verdict

__all__ = [
    "PAGE",
    "Card",
    "Desk",
    "Draft",
    "Home",
    "Line",
    "Minutes",
    "Naming",
    "Open",
    "Said",
    "Verdict",
    "Watched",
    "Word",
    "begin",
    "card",
    "choose",
    "count",
    "decide",
    "desk",
    "discard",
    "draft",
    "file",
    "find_reviewer",
    "finish",
    "higher",
    "home",
    "is_over",
    "leaving",
    "may_begin",
    "minutes",
    "name",
    "naming",
    "nothing",
    "open_people",
    "put",
    "tell",
    "tick",
    "toggle",
    "watched",
    "withdraw",
    "word",
    "write",
    "write_reason",
    "write_reasons",
]  # fmt: skip
