"""Thanks between colleagues; no part of any score."""

from bot.actions.thanks.giving import (
    Draft,
    Home,
    Whom,
    ask_text,
    ask_whom,
    choose_value,
    choose_whom,
    confirm,
    home,
    say_text,
    say_whom,
    send,
)
from bot.actions.thanks.reading import (
    Mine,
    One,
    Team,
    Watch,
    consent,
    mine,
    one,
    show,
    still_mine,
    team,
    watch,
)

__all__ = [
    "Draft", "Home", "Mine", "One", "Team", "Watch", "Whom", "ask_text", "ask_whom",
    "choose_value", "choose_whom", "confirm", "consent", "home", "mine", "one", "say_text",
    "say_whom", "send", "show", "still_mine", "team", "watch",
]  # fmt: skip
