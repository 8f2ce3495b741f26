"""/menu, /start, /bantuan, /batal: what waits for me, and the way out of everything."""

from __future__ import annotations

from bot.actions import home
from bot.screens import Button, Place, Screen, place
from bot.texts import home as texts
from bot.texts import words
from handlers.table import Shown, Table

MENU = Place("home.menu")


def draw_menu(menu: home.Menu) -> Screen:
    text = texts.menu(menu.name, menu.sex, menu.today, len(menu.waiting), menu.more)
    rows = [
        [Button(texts.waiting(item.label, item.due, menu.today), opens=item.opens)]
        for item in menu.waiting
    ]
    doors = [Button(texts.door(name), opens=place(name)) for name in menu.doors]
    return Screen(text, [*rows, *(doors[at : at + 2] for at in range(0, len(doors), 2))])


def draw_help(helped: home.Helped) -> Screen:
    return Screen(texts.help_(helped.doors), [[Button(words.MENU, opens=MENU)]])


def draw_cancelled(cancelled: home.Cancelled) -> Screen:
    text = texts.cancelled(cancelled.typing is not None)
    return Screen(text, [[Button(words.MENU, opens=MENU)]])


def routes() -> Table:
    return Table(
        places={
            "home.menu": Shown(home.menu, draw_menu),
            "home.help": Shown(home.help_, draw_help),
            "home.cancelled": Shown(home.cancelled, draw_cancelled),
        },
        commands={
            "start": MENU,
            "menu": MENU,
            "bantuan": Place("home.help"),
            "batal": Place("home.cancelled"),
        },
    )
