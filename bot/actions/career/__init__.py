"""Careers: the next promotion, the nine boxes, what HR keeps and what a head decides."""

from bot.actions.career.deciding import (
    Choosing,
    Decision,
    Draft,
    ask_why,
    choose,
    confirm,
    decide,
    say_why,
)
from bot.actions.career.filing import Report, ask_file, drop, file, report, take_in
from bot.actions.career.finding import Desk, choose_whom, desk, say_whom
from bot.actions.career.history import History, history
from bot.actions.career.keeping import (
    Asked,
    Check,
    Kept,
    ask,
    check,
    kept,
    record,
    say,
)
from bot.actions.career.leading import TeamOf, team
from bot.actions.career.objecting import profile
from bot.actions.career.reading import Boxes, Card, Point, boxes, card, decision, home, rules

__all__ = [
    "Asked", "Boxes", "Card", "Check", "Choosing", "Decision", "Desk", "Draft", "History",
    "Kept", "Point", "Report", "TeamOf", "ask", "ask_file", "ask_why", "boxes", "card", "check",
    "choose", "choose_whom", "confirm", "decide", "decision", "desk", "drop", "file", "history",
    "home", "kept", "profile", "record", "report", "rules", "say", "say_whom", "say_why",
    "take_in", "team",
]  # fmt: skip
