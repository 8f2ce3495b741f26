"""Expectations: planned results proposed, agreed, changed with a trace, and counted."""

from bot.actions.expectations.agreeing import (
    Returning,
    agree,
    agree_all,
    ask_return,
    ask_return_all,
    send_all_back,
    send_back,
)
from bot.actions.expectations.entering import enter
from bot.actions.expectations.filling import (
    Fill,
    begin,
    choose_button,
    fill,
    lines,
    put_counting,
    put_indicator,
    put_reason,
    put_supports,
    put_target,
    put_text,
)
from bot.actions.expectations.lists import Mine, One, mine, one
from bot.actions.expectations.proposing import change, discard, end, propose, propose_all
from bot.actions.expectations.reading import Planned
from bot.actions.expectations.team import Person, Team, person, team
from bot.actions.expectations.tracing import Trace, trace
from bot.actions.expectations.waiting import waiting

__all__ = [
    "Fill",
    "Mine",
    "One",
    "Person",
    "Planned",
    "Returning",
    "Team",
    "Trace",
    "agree",
    "agree_all",
    "ask_return",
    "ask_return_all",
    "begin",
    "change",
    "choose_button",
    "discard",
    "end",
    "enter",
    "fill",
    "lines",
    "mine",
    "one",
    "person",
    "propose",
    "propose_all",
    "put_counting",
    "put_indicator",
    "put_reason",
    "put_supports",
    "put_target",
    "put_text",
    "send_all_back",
    "send_back",
    "team",
    "trace",
    "waiting",
]
