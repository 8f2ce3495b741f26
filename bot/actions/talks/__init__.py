"""Talks between superior and employee (dialog kinerja)."""

from bot.actions.talks.agenda import Agenda, agenda
from bot.actions.talks.arranging import (
    Time,
    agree,
    ask_time,
    cancel,
    check_time,
    propose,
    say_time,
)
from bot.actions.talks.dropping import ask_why, confirm, drop, keep, step, steps, write_why
from bot.actions.talks.following import Asked, ask, settle, until, whose, write
from bot.actions.talks.following import say_day as say_until
from bot.actions.talks.holding import Day, ask_day, deny, hold, say_day
from bot.actions.talks.leading import Missing, Rhythm, Team, missing, rhythm, set_rhythm, team
from bot.actions.talks.letters import still_so
from bot.actions.talks.mine import Arranged, History, Home, Pair, history, home, pair
from bot.actions.talks.noting import Card, Note, Writing, ask_note, card, notes, write_note
from bot.actions.talks.owing import owe
from bot.actions.talks.steps import Dropping, Line, Step, done
from bot.actions.talks.valuing import Asked as Value
from bot.actions.talks.valuing import Told, choose, say, send, told
from bot.actions.talks.valuing import ask as ask_value

__all__ = [
    "Agenda", "Arranged", "Asked", "Card", "Day", "Dropping", "History", "Home", "Line", "Missing",
    "Note", "Pair", "Rhythm", "Step", "Team", "Time", "Told", "Value", "Writing", "agenda",
    "agree", "ask", "ask_day", "ask_note", "ask_time", "ask_value", "ask_why", "cancel", "card",
    "check_time", "choose", "confirm", "deny", "done", "drop", "history", "hold", "home", "keep",
    "missing", "notes", "owe", "pair", "propose", "rhythm", "say", "say_day", "say_time",
    "say_until", "send", "set_rhythm", "settle", "step", "steps", "still_so", "team", "told",
    "until", "whose", "write", "write_note", "write_why",
]  # fmt: skip
