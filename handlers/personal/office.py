"""For HR and heads: what retention takes, and when."""

from __future__ import annotations

from bot.actions import personal
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.personal import retaining
from handlers.appraisals import pager

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_retention(at: personal.Retention) -> Screen:
    text = retaining.retention(at.rows, at.next_year, at.latest)
    back = Button(words.BACK, opens=place("personal.desk", 0))
    turn = pager("personal.retention", [], at.page, at.pages)
    return Screen(text, [*([turn] if turn else []), [back, MENU]])
