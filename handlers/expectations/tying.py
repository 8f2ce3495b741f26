"""Screens that tie an achievement to a planned result."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.expectations.tying import Asked, Choose
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.expectations import filling, telling
from handlers.expectations.mine import MENU, around, planned_line

Row = Sequence[Button]


def draw_choose(shown: Choose) -> Screen:
    tied = next((one.shown.text for one in shown.planned if one.number == shown.tied), "")
    lines = "\n".join(planned_line(one) for one in shown.shown)
    rows: list[Row] = [
        [
            Button(
                telling.label(one.position, one.shown.text),
                opens=place("expectations.amount", shown.number, one.number),
            )
        ]
        for one in shown.shown
    ]
    turn = around("expectations.choose", [shown.number], shown.page, shown.pages)
    none = Button(filling.NO_PLAN, does=place("expectations.untie", shown.number))
    back = Button(words.BACK, opens=place("achievements.card", shown.number))
    last = [none, back] if shown.tied is not None else [back]
    text = filling.choose(shown.title, tied) + "\n\n" + lines
    return Screen(text, [*rows, [*turn, *last, MENU]])


def draw_amount(asked: Asked) -> Screen:
    one = asked.planned.shown
    so_far = telling.figure(one, asked.planned.progress)
    here = (asked.number, asked.planned.number)
    rows: list[Row] = []
    if asked.suggested is not None:
        act = place("expectations.amount_is", *here, telling.number(asked.suggested))
        rows.append([Button(filling.take(asked.suggested), does=act)])
    back = Button(words.BACK, opens=place("expectations.choose", asked.number))
    text = filling.amount(asked.title, one, so_far)
    return Screen(text, [*rows, [back, MENU]], typing=place("expectations.amount", *here))
