"""Erasing: what may go, one last look, gone."""

from __future__ import annotations

from bot.actions import personal
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.personal import erasing as texts
from handlers.appraisals import pager

HOME = Button(words.BACK, opens=Place("personal.home"))
ALL = Button(words.BACK, opens=Place("personal.erasables"))


def draw_erasables(at: personal.Erasables) -> Screen:
    buttons = [
        Button(texts.GROUPS[one][0], opens=place("personal.sure", one.value)) for one in at.shown
    ]
    pairs = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    turn = pager("personal.erasables", [], at.page, at.pages)
    return Screen(texts.erasables(at.groups, at.bound, at.years), [*pairs, [*turn, HOME]])


def draw_sure(at: personal.Sure) -> Screen:
    go = Button(texts.SURE, does=place("personal.erase", at.group.value), style=Style.BAD)
    return Screen(texts.sure(at.group, at.many), [*([[go]] if at.many else []), [ALL]])
