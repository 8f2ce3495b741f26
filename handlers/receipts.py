"""Receipts: the tap under a result, and for HR who has not taken it."""

from __future__ import annotations

from bot.actions import receipts
from bot.screens import Button, Place, Screen, place
from bot.texts import receipts as texts
from bot.texts import words
from handlers.lists import turns
from handlers.table import Shown, Table

DESK = Button(words.BACK, opens=Place("desk.open"))
HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_list(at: receipts.Waits) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("receipts.one", number))]
        for number, name, _, _ in at.items
    ]
    row = turns(
        at.page,
        at.total,
        receipts.PAGE,
        lambda page: place("receipts.list", at.period_id, page),
    )
    people = [(name, unit, why) for _, name, unit, why in at.items]
    text = texts.listed(at.year, at.quarter, at.total, people)
    return Screen(text, [*rows, *([row] if row else []), [DESK, HOME]])


def routes() -> Table:
    return Table(
        places={"receipts.list": Shown(receipts.waiting_list, draw_list)},
        acts={"receipts.take": receipts.take},
    )
