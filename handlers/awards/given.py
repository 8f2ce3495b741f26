"""The list of awards, and one of them."""

from __future__ import annotations

from bot.actions import awards
from bot.screens import Button, Place, Screen, place
from bot.texts import awards as texts
from handlers.appraisals import pager
from handlers.awards.proposing import HOME


def draw_list(listed: awards.Given) -> Screen:
    lines = [
        texts.list_line(
            one.number, one.award_year, one.name, one.unit,
            texts.award(one.year, one.quarter, one.scope),
        )
        for one in listed.honours
    ]  # fmt: skip
    rows = [
        [Button(texts.decide_label(name), opens=place("awards.decide", number))]
        for number, name in listed.cases[:5]
    ]
    turn = pager("awards.list", [], listed.page, listed.pages)
    return Screen("\n\n".join([texts.list_(len(lines)), *lines]), [*rows, [*turn, HOME]])


def draw_honour(one: awards.Honour) -> Screen:
    title = texts.award(one.year, one.quarter, one.scope)
    text = texts.honour(
        one.name, one.unit, title, one.number, one.award_year, one.given_at.date(), one.giver
    )
    if one.mine:
        text += "\n\n" + texts.congratulation()
    rows = [[Button(texts.ALL_AWARDS, opens=Place("awards.list")), HOME]]
    return Screen(text, rows)
