"""Mentoring: profiles, pairs proposed by HR and agreed by both, meetings, what came of it."""

from bot.actions.mentoring.answering import agree, ask_end, decline, end, say_result, value
from bot.actions.mentoring.barring import Bars, bar, bars, choose_bar, say_bar, unbar
from bot.actions.mentoring.comparing import Effect, effect
from bot.actions.mentoring.keeping import Own, erase_own, own, write_own
from bot.actions.mentoring.lapsing import lapse
from bot.actions.mentoring.letters import still_so
from bot.actions.mentoring.meeting import (
    Asked,
    Held,
    ask_day,
    ask_minutes,
    confirm,
    held,
    note,
    retract,
    say,
    say_day,
    say_minutes,
)
from bot.actions.mentoring.profiles import (
    Home,
    Profile,
    goal,
    home,
    offer,
    places,
    room,
    say_offer,
    say_wish,
    stop,
    strength,
    wish,
)
from bot.actions.mentoring.running import Desk, Preview, desk, preview, run
from bot.actions.mentoring.sharing import Card, card

__all__ = [
    "Asked", "Bars", "Card", "Desk", "Effect", "Held", "Home", "Own", "Preview", "Profile",
    "agree", "ask_day", "ask_end", "ask_minutes", "bar", "bars", "card", "choose_bar", "confirm",
    "decline", "desk", "effect", "end", "erase_own", "goal", "held", "home", "lapse", "note",
    "offer", "own", "places", "preview", "retract", "room", "run", "say", "say_bar", "say_day",
    "say_minutes", "say_offer", "say_result", "say_wish", "still_so", "stop", "strength", "unbar",
    "value", "wish", "write_own",
]  # fmt: skip
