"""/menu, /start, /bantuan, /batal: what waits for me, and the way out of everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.actions import home
from bot.screens import Button, Place, Screen, place
from bot.texts import dashboard, words
from bot.texts import home as texts
from handlers.appraisals import pager
from handlers.lists import MOST_BUTTONS
from handlers.table import Shown, Table

MENU = Place("home.menu")


def draw_menu(menu: home.Menu) -> Screen:
    waiting = [(item.label, item.due) for item in menu.waiting]
    text = texts.menu(menu.name, menu.sex, menu.today, waiting, menu.more)
    rows = [[Button(words.fitting(item.label), opens=item.opens)] for item in menu.waiting]
    commands = texts.commands(menu.doors)
    new = commands if commands != menu.knows else ""
    if menu.dashboard:
        rows.append([Button(dashboard.BUTTON, app=dashboard.address(menu.dashboard))])
    shown = [*rows, *_doors(menu.doors, MOST_BUTTONS - len(rows))]
    # A new list comes in another language, too: the button is named anew with it.
    app = menu.dashboard if new or menu.dashboard != menu.menu_app else ""
    return Screen(text, shown, commands=new, app=app)


def draw_doors(helped: home.Helped) -> Screen:
    """Every door that the menu may have had no room for."""
    rows = _pairs([Button(texts.door(name), opens=place(name)) for name in helped.doors.items])
    also = [Button(texts.also_waiting(helped.more), opens=place("home.rest", 0))]
    first = [also] if helped.more else []
    return Screen(texts.other_doors(), [*first, *rows, _turn("home.doors", helped)])


def draw_rest(at: home.Rest) -> Screen:
    """What the menu had no room for, each with its button."""
    items = at.waiting.items
    rows = [[Button(words.fitting(item.label), opens=item.opens)] for item in items]
    turn = pager("home.rest", [], at.waiting.page, at.waiting.pages)
    text = texts.rest([(item.label, item.due) for item in items], at.today)
    return Screen(text, [*rows, [*turn, Button(words.MENU, opens=MENU)]])


def _turn(name: str, helped: home.Helped) -> list[Button]:
    turn = pager(name, [], helped.doors.page, helped.doors.pages)
    return [*turn, Button(words.MENU, opens=MENU)]


def _doors(names: Sequence[str], room: int) -> Iterator[list[Button]]:
    """As many doors as there is room for; the last one leads to the others."""
    shown = names if len(names) <= room else names[: room - 1]
    doors = [Button(texts.door(name), opens=place(name)) for name in shown]
    if len(shown) < len(names):
        doors.append(Button(texts.OTHERS, opens=Place("home.doors")))
    return _pairs(doors)


def _pairs(buttons: list[Button]) -> Iterator[list[Button]]:
    return (buttons[at : at + 2] for at in range(0, len(buttons), 2))


def draw_help(helped: home.Helped) -> Screen:
    how = Button(texts.door("schemes.home"), opens=Place("schemes.home"))
    text = texts.help_(helped.doors.items, first=not helped.doors.page)
    return Screen(text, [[how], _turn("home.help", helped)])


def draw_cancelled(cancelled: home.Cancelled) -> Screen:
    text = texts.cancelled(cancelled.typing is not None)
    return Screen(text, [[Button(words.MENU, opens=MENU)]])


def routes() -> Table:
    return Table(
        places={
            "home.menu": Shown(home.menu, draw_menu),
            "home.doors": Shown(home.others, draw_doors),
            "home.rest": Shown(home.rest, draw_rest),
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
