"""/istilah: what a hard word means, and back to the screen that used it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import glossary
from bot.actions.pages import Leaf
from bot.screens import Button, Place, Screen, place
from bot.texts import glossary as texts
from bot.texts import words
from handlers.appraisals import pager
from handlers.table import Shown, Table

HOME = place("glossary.home", 0)
MENU = Button(words.MENU, opens=Place("home.menu"))
TYPING = Place("glossary.find")


def draw_home(at: Leaf[str]) -> Screen:
    rows = [[_button(key)] for key in at.items]
    turn = pager("glossary.home", [], at.page, at.pages)
    return Screen(texts.home(at.page, at.pages), [*rows, [*turn, MENU]], typing=TYPING)


def draw_term(at: glossary.Looked) -> Screen:
    one = texts.TERMS[at.key]
    rows = [[_button(key, at.back)] for key in one.beside.split()]
    if at.back is None:
        last = [Button(words.BACK, opens=HOME), MENU]
    else:
        last = [Button(words.BACK, opens=at.back), Button(texts.ALL, opens=HOME)]
    return Screen(texts.term(one), [*rows, last], typing=TYPING)


def draw_found(keys: Sequence[str]) -> Screen:
    rows = [[_button(key)] for key in keys]
    last = [Button(texts.ALL, opens=HOME), MENU]
    return Screen(texts.found(len(keys)), [*rows, last], typing=TYPING)


def _button(key: str, back: Place | None = None) -> Button:
    after = (back.name, *back.args) if back else ()
    return Button(texts.label(key), opens=place("glossary.term", key, *after))


def routes() -> Table:
    return Table(
        places={
            "glossary.home": Shown(glossary.home, draw_home),
            "glossary.term": Shown(glossary.term, draw_term),
            "glossary.found": Shown(glossary.found, draw_found),
        },
        typed={"glossary.find": glossary.find},
        commands={"istilah": HOME},
    )
