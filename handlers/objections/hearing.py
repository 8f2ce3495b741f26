"""Drawing the question for a side's word, and the last look at it."""

from __future__ import annotations

from bot.actions import objections
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import objections as texts
from bot.texts import words
from bot.texts.objections import steps

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_asking(at: objections.Word) -> Screen:
    text = steps.ask_word(
        at.name, at.year, at.quarter, at.indicators, at.reasons, at.heard, at.until, at.today,
        mine=at.mine,
    )  # fmt: skip
    rows = []
    if at.draft:
        rows.append([Button(words.NEXT, opens=place("objections.telling", at.objection_id))])
    if at.mine:
        rows.append([Button(texts.NOTHING, does=place("objections.nothing", at.objection_id))])
    back = Button(words.BACK, opens=place("objections.card", at.objection_id))
    typing = place("objections.word", at.objection_id)
    return Screen(text, [*rows, [back, HOME]], typing=typing)


def draw_telling(at: objections.Word) -> Screen:
    number = at.objection_id
    send = Button(words.SEND, does=place("objections.tell", number, at.seen), style=Style.GOOD)
    change = Button(words.CHANGE, opens=place("objections.explain", number))
    text = steps.confirm_word(at.year, at.quarter, at.draft)
    return Screen(text, [*([[send]] if at.draft else []), [change, HOME]])
