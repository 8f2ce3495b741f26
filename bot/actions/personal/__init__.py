"""/data_saya: what is held of me, who looked, what I agreed to, what I ask, what I erase."""

from bot.actions.personal.agreed import Agreed, agreed, withdraw
from bot.actions.personal.answering import (
    Answering,
    Desk,
    ask_answer,
    desk,
    find_waiting,
    grant,
    one,
    say_answer,
)
from bot.actions.personal.asking import (
    Card,
    Wanting,
    ask,
    fields,
    file,
    request,
    say_objection,
    say_wanted,
    take_back,
    wanting,
)
from bot.actions.personal.cleaning import clean, clean_now
from bot.actions.personal.clocks import tick
from bot.actions.personal.erasing import Erasables, Sure, erasables, erase, sure
from bot.actions.personal.holding import Held, HeldKind, held, kind
from bot.actions.personal.home import Home, home, rules_of
from bot.actions.personal.looking import Looked, looked
from bot.actions.personal.replaying import replay

__all__ = [
    "Agreed", "Answering", "Card", "Desk", "Erasables", "Held", "HeldKind", "Home", "Looked",
    "Sure", "Wanting", "agreed", "ask", "ask_answer", "clean", "clean_now", "desk", "erasables",
    "erase", "fields", "file", "find_waiting", "grant", "held", "home", "kind", "looked", "one",
    "replay", "request", "rules_of", "say_answer", "say_objection", "say_wanted", "sure",
    "take_back", "tick", "wanting", "withdraw",
]  # fmt: skip
