"""Mentoring: profiles, pairs proposed by HR and agreed by both, meetings, what came of it."""

from bot.actions.mentoring.comparing import Effect, effect
from bot.actions.mentoring.letters import still_so
from bot.actions.mentoring.meeting import (
    Asked,
    Held,
    ask_day,
    ask_minutes,
    confirm,
    held,
    note,
    say,
    say_day,
    say_minutes,
)
from bot.actions.mentoring.profiles import (
    Bars,
    Home,
    Profile,
    bars,
    goal,
    home,
    offer,
    places,
    say_bar,
    say_offer,
    say_wish,
    stop,
    strength,
    unbar,
    wish,
)
from bot.actions.mentoring.running import Desk, Preview, desk, preview, run
from bot.actions.mentoring.sharing import (
    Card,
    agree,
    ask_end,
    card,
    decline,
    end,
    say_result,
    value,
)

__all__ = [
    "Asked", "Bars", "Card", "Desk", "Effect", "Held", "Home", "Preview", "Profile", "agree",
    "ask_day", "ask_end", "ask_minutes", "bars", "card", "confirm", "decline", "desk", "effect",
    "end", "goal", "held", "home", "note", "offer", "places", "preview", "run", "say", "say_bar",
    "say_day", "say_minutes", "say_offer", "say_result", "say_wish", "still_so", "stop",
    "strength", "unbar", "value", "wish",
]  # fmt: skip
